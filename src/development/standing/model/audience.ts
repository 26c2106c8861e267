/** For whom a worker shares where they stand: chosen apart for each, at each employer. */
import type { StandingShare } from './standing-share.ts'

export const audiences = ['managers', 'supervisors'] as const
export type Audience = (typeof audiences)[number]

export const audienceNames: Readonly<Record<Audience, string>> = {
  managers: 'The people who manage your team',
  supervisors: 'Your supervisor',
}

export interface StandingSupervisor {
  readonly name: string
  readonly organisation: string
  /** Both had agreed. */
  readonly since: Date
}

/** Whoever began to supervise since it was chosen is not among them. */
export function maySeeShare(
  { at, organisation }: Pick<StandingShare, 'at' | 'organisation'>,
  supervisor: StandingSupervisor,
): boolean {
  return supervisor.organisation === organisation && supervisor.since <= at
}

/** What counts for one audience at one employer. */
export function findLive<Share extends Pick<StandingShare, 'organisation' | 'audience' | 'live'>>(
  shares: readonly Share[],
  { organisation, audience }: Pick<StandingShare, 'organisation' | 'audience'>,
): Share | undefined {
  return shares.find(
    (one) => one.live && one.organisation === organisation && one.audience === audience,
  )
}

/** "your supervisor (Farzana Whitlock-Rahimi)", as it stands inside a sentence. */
export function audienceInWords(audience: Audience, supervisors: readonly string[]): string {
  if (audience === 'managers') return 'the people who manage your team'
  const whose = supervisors.length > 1 ? 'your supervisors' : 'your supervisor'
  return supervisors.length === 0 ? whose : `${whose} (${namesInWords(supervisors)})`
}

/** "Farzana and Dominik" */
export function namesInWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}
