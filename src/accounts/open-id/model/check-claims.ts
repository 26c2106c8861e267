/** What we ask of an ID token beyond what every client must. */
import type { OpenIdFault, OpenIdPurpose } from './open-id.ts'

/** In seconds: clocks differ, and `auth_time` is cut to whole seconds. */
const clockTolerance = 30

export interface ClaimsToCheck {
  readonly authTime?: number | undefined
  readonly assurance?: string | undefined
}

export interface Asked {
  readonly purpose: OpenIdPurpose
  readonly startedAt: Date
  readonly accepted: readonly string[]
}

/**
 * OpenID Connect Core §3.1.2.1: with `max_age` there must be an `auth_time`. What counts is that it
 * is after we asked, since somebody may have taken the question away on its way to the provider.
 */
export function checkClaims(
  { authTime, assurance }: ClaimsToCheck,
  { purpose, startedAt, accepted }: Asked,
): OpenIdFault | undefined {
  if (accepted.length > 0 && !accepted.includes(assurance ?? '')) return 'too-weak'
  if (purpose === 'sign-in') return undefined
  // A provider that never says when cannot confirm who is there, but what is linked is still theirs.
  if (authTime === undefined) return purpose === 'step-up' ? 'not-fresh' : undefined
  const earliest = Math.floor(startedAt.getTime() / 1000) - clockTolerance
  return authTime < earliest ? 'not-fresh' : undefined
}
