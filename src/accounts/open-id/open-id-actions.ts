import { randomBytes, randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { removeWayIn } from '../keep-a-way-in.ts'
import { hashOf, signInJob } from '../sign-in/sessions-actions.ts'
import { tellOthers } from '../sign-in/tell-others.ts'
import { questionAddress } from './ask-provider.ts'
import type { Identity, LinkedIdentity, OpenIdFault, PendingLogin } from './model/open-id.ts'
import type { OpenIdClient } from './open-id-clients.ts'
import * as store from './open-id-store.ts'

const minutes = 10

/** Where to send somebody. Throws where the provider does not answer. */
export async function beginLogin(
  db: Database,
  client: OpenIdClient,
  {
    browserHash,
    redirectUri,
    ...start
  }: Pick<PendingLogin, 'purpose' | 'personId' | 'next' | 'sharedComputer' | 'startedAt'> & {
    readonly browserHash: Buffer
    readonly redirectUri: string
  },
): Promise<URL> {
  const configuration = await client.configuration()
  const state = newSecret()
  const provider = client.provider.slug
  const login = { ...start, provider, nonce: newSecret(), codeVerifier: newSecret() }
  const expiresAt = new Date(start.startedAt.getTime() + minutes * 60_000)
  await asActor(db, signInJob, async (db) => {
    await store.removeLoginsEndedBy(db, start.startedAt)
    await store.insertLogin(db, { ...login, browserHash, stateHash: hashOf(state), expiresAt })
  })
  return questionAddress(client, configuration, { state, redirectUri, login })
}

/** The login that somebody comes back from: once, and in the browser that it began in. */
export function takeLogin(
  db: Database,
  {
    state,
    ...returned
  }: { readonly state: string; readonly browserHash: Buffer; readonly provider: string },
  now: Date,
): Promise<PendingLogin | undefined> {
  return asActor(db, signInJob, (db) =>
    store.removeLogin(db, { ...returned, stateHash: hashOf(state) }, now),
  )
}

/**
 * Whose identity it is, as `signInJob`, in the transaction of what it is used for. `personId` where
 * it must be this person's: of anybody else nothing is said, nor marked as used.
 */
export async function useIdentity(
  db: Transaction,
  identity: Identity,
  { personId, now }: { readonly personId?: string | undefined; readonly now: Date },
): Promise<string | undefined> {
  const owner = await store.findPersonOfIdentity(db, identity)
  if (owner === undefined || (personId !== undefined && owner !== personId)) return undefined
  await store.setIdentityUsed(db, identity, now)
  return owner
}

/** Undefined where it is linked; linking one's own again changes nothing. */
export function linkIdentity(
  site: Site,
  person: Person,
  {
    device,
    ...linked
  }: Identity & {
    readonly provider: string
    readonly linkedAt: Date
    readonly device: string
  },
): Promise<OpenIdFault | undefined> {
  const id = randomUUID()
  const { session } = person
  return asActor(site.db, person, async (db) => {
    if (!(await store.insertIdentity(db, { ...linked, id, personId: person.id }))) {
      const owner = await store.findPersonOfIdentity(db, linked)
      return owner === person.id ? undefined : 'of-another'
    }
    await recordEvent(db, person, 'identity.linked', `identity:${id}`, {
      provider: linked.provider,
      stepUp: session?.stepUp,
    })
    await tellOthers(db, site, { personId: person.id, change: 'linked', device })
    return undefined
  })
}

export function listIdentities(db: Database, person: Person): Promise<LinkedIdentity[]> {
  return asActor(db, person, (db) => store.listIdentities(db, { personId: person.id }))
}

/** Throws NotFound for an identity that is not the person's own. */
export async function getIdentity(
  db: Database,
  person: Person,
  id: string,
): Promise<LinkedIdentity> {
  const identity = (await listIdentities(db, person)).find((listed) => listed.id === id)
  if (identity === undefined) throw new NotFound(`identity ${id}`)
  return identity
}

/** Throws NotFound for an identity that is not the person's own, and Conflict for their last way in. */
export function unlinkIdentity(
  site: Site,
  person: Person,
  { id, device }: { readonly id: string; readonly device: string },
): Promise<void> {
  return removeWayIn(site, person, {
    ...{ kind: 'identity', id, act: 'identity.unlinked', change: 'unlinked', device },
    remove: store.removeIdentity,
  })
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
