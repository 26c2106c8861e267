/** What a browser is asked for, before it asks an authenticator. */
import { randomBytes } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { hashOf, signInJob } from '../sign-in/sessions-actions.ts'
import type { RelyingParty } from './model/relying-party.ts'
import type { Challenge } from './passkeys-store.ts'
import * as store from './passkeys-store.ts'
import { algorithms } from './verify-passkey.ts'

/** One browser at work with one authenticator. */
export interface Ceremony {
  readonly party: RelyingParty
  readonly browserHash: Buffer
  readonly device: string
  readonly now: Date
}

const minutes = 5
const timeout = minutes * 60_000

export async function askForNewPasskey(
  db: Database,
  person: Person,
  ceremony: Ceremony,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const held = await asActor(db, person, (db) => store.listCredentials(db, { personId: person.id }))
  const userHandle = held[0]?.userHandle ?? randomBytes(32)
  const challenge = randomBytes(32)
  await keepChallenge(db, ceremony, { purpose: 'add', personId: person.id, challenge, userHandle })
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  return generateRegistrationOptions({
    rpName: 'Lanyard',
    rpID: ceremony.party.id,
    userName: person.name,
    userDisplayName: person.name,
    userID: new Uint8Array(userHandle),
    challenge: new Uint8Array(challenge),
    timeout,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Anybody's passkey, to sign in with. */
export function askForAnyPasskey(
  db: Database,
  ceremony: Ceremony,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return askForPasskey(db, ceremony, { purpose: 'sign-in' }, undefined)
}

/** One of the person's own, to show again that it is them. */
export async function askForOwnPasskey(
  db: Database,
  person: Person,
  ceremony: Ceremony,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const personId = person.id
  const held = await asActor(db, person, (db) => store.listCredentials(db, { personId }))
  return askForPasskey(db, ceremony, { purpose: 'step-up', personId }, held)
}

async function askForPasskey(
  db: Database,
  ceremony: Ceremony,
  asked: Pick<Challenge, 'purpose' | 'personId'>,
  allowed: readonly { readonly id: string; readonly transports: string[] }[] | undefined,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = randomBytes(32)
  await keepChallenge(db, ceremony, { ...asked, challenge })
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  return generateAuthenticationOptions({
    rpID: ceremony.party.id,
    challenge: new Uint8Array(challenge),
    timeout,
    userVerification: 'required',
    ...(allowed && { allowCredentials: allowed.map(({ id, transports }) => ({ id, transports })) }),
  })
}

function keepChallenge(
  db: Database,
  { browserHash, now }: Ceremony,
  {
    challenge,
    ...asked
  }: Pick<Challenge, 'purpose' | 'personId'> & {
    readonly challenge: Buffer
    readonly userHandle?: Buffer
  },
): Promise<void> {
  const challengeHash = hashOf(challenge.toString('base64url'))
  const expiresAt = new Date(now.getTime() + timeout)
  return asActor(db, signInJob, async (db) => {
    await store.removeChallengesEndedBy(db, now)
    await store.insertChallenge(db, { ...asked, challengeHash, browserHash, expiresAt })
  })
}

/** Takes the challenge that an answer names. Undefined where it was never asked, or answered, or is too old. */
export function takeChallenge(
  db: Transaction,
  { browserHash, now }: Ceremony,
  asked: Pick<Challenge, 'purpose' | 'personId'> & { readonly challenge: string },
): Promise<{ readonly userHandle: Buffer | undefined } | undefined> {
  const { challenge, ...purpose } = asked
  const taken = { ...purpose, browserHash, challengeHash: hashOf(challenge) }
  return store.removeChallenge(db, taken, now)
}
