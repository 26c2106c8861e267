/**
 * The checks of Web Authentication, by the library: what fails one is refused, and says no more. It
 * is large, and loaded when the first passkey is used.
 */
import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  VerifiedAuthenticationResponse,
  VerifiedRegistrationResponse,
} from '@simplewebauthn/server'
import {
  type HeldPasskey,
  hasCounterFallen,
  type NewPasskey,
  type PasskeyOutcome,
  refused,
} from './model/passkey.ts'
import type { RelyingParty } from './model/relying-party.ts'
import type { PasskeyAnswer } from './passkeys-forms.ts'

/** EdDSA, ES256, and RS256 for Windows: COSE's numbers. */
export const algorithms = [-8, -7, -257]

export async function verifyNewPasskey(
  site: RelyingParty,
  { response, challenge }: PasskeyAnswer<RegistrationResponseJSON>,
): Promise<PasskeyOutcome<NewPasskey>> {
  const library = await import('@simplewebauthn/server')
  const { registrationInfo } = await orRefused(
    library.verifyRegistrationResponse({
      ...expected(site, challenge),
      response,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (registrationInfo === undefined) return refused('refused')
  const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
  return {
    ok: true,
    value: {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      backupEligible: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
    },
  }
}

export interface UsedPasskey {
  readonly counter: number
  readonly backedUp: boolean
}

export async function verifyPasskey(
  site: RelyingParty,
  held: HeldPasskey,
  { response, challenge }: PasskeyAnswer<AuthenticationResponseJSON>,
): Promise<PasskeyOutcome<UsedPasskey>> {
  if (response.response.userHandle !== held.userHandle) return refused('refused')
  const library = await import('@simplewebauthn/server')
  const { verified, authenticationInfo } = await orRefused(
    library.verifyAuthenticationResponse({
      ...expected(site, challenge),
      response,
      // The counter is checked below, where a fall has words of its own.
      credential: { id: held.credentialId, publicKey: held.publicKey, counter: 0 },
    }),
  )
  if (!verified || authenticationInfo === undefined) return refused('refused')
  const { newCounter, credentialDeviceType, credentialBackedUp } = authenticationInfo
  if (hasCounterFallen(held.counter, newCounter)) return refused('copied')
  // Web Authentication Level 3 §6.1.3: this is settled when a passkey is made.
  if ((credentialDeviceType === 'multiDevice') !== held.backupEligible) return refused('refused')
  return { ok: true, value: { counter: newCounter, backedUp: credentialBackedUp } }
}

function expected(site: RelyingParty, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }
}

/** The library throws at whatever is wrong in an answer, and an answer is whatever anybody sends. */
function orRefused<Verified extends VerifiedAuthenticationResponse | VerifiedRegistrationResponse>(
  verifying: Promise<Verified>,
): Promise<Partial<Verified>> {
  return verifying.catch(() => ({}))
}
