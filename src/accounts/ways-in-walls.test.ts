/** The second wall of passkeys and linked accounts: what the database itself keeps from whom. */
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import type { Actor } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { insertIdentity, listIdentities, removeIdentity } from './open-id/open-id-store.ts'
import {
  findPasskeyToUse,
  insertPasskey,
  listCredentials,
  listPasskeys,
  removePasskey,
  setPasskeyName,
} from './passkeys/passkeys-store.ts'

const { site, database } = await testSite()
const { db } = site
const now = new Date()

const passkeyOf = (personId: string) => ({
  id: randomUUID(),
  personId,
  userHandle: randomBytes(32),
  name: 'Phone',
  addedAt: now,
  credentialId: randomBytes(16).toString('base64url'),
  publicKey: randomBytes(77),
  counter: 0,
  transports: [],
  backupEligible: false,
  backedUp: false,
})
const identityOf = (personId: string) => ({
  id: randomUUID(),
  personId,
  issuer: 'https://provider.example',
  subject: randomUUID(),
  provider: 'works',
  linkedAt: now,
})

const passkey = passkeyOf(people.holder)
const identity = identityOf(people.holder)
await asActor(db, personWith(people.holder), async (db) => {
  await insertPasskey(db, passkey)
  await insertIdentity(db, identity)
})

const outsiders: readonly [string, Actor][] = [
  ['a colleague', personWith(people.assessor)],
  ['a stranger', personWith(people.stranger)],
  ['a link', { kind: 'link', id: randomUUID() }],
  ['another job', { kind: 'job', name: 'load-content' }],
  ['nobody', { kind: 'nobody' }],
]

describe.each(outsiders)('%s', (_, actor) => {
  const as = <Value>(run: Parameters<typeof asActor<typeof db, Value>>[2]) =>
    asActor(db, actor, run)
  const personId = people.holder

  it('sees none of somebody’s passkeys and linked accounts', async () => {
    expect(await as((db) => listPasskeys(db, { personId }))).toEqual([])
    expect(await as((db) => listCredentials(db, { personId }))).toEqual([])
    expect(await as((db) => findPasskeyToUse(db, passkey.credentialId))).toBeUndefined()
    expect(await as((db) => listIdentities(db, { personId }))).toEqual([])
  })

  it('changes and removes none', async () => {
    expect(await as((db) => setPasskeyName(db, { id: passkey.id, personId }, 'Mine'))).toBe(false)
    expect(await as((db) => removePasskey(db, { id: passkey.id, personId }))).toBe(false)
    expect(await as((db) => removeIdentity(db, { id: identity.id, personId }))).toBe(false)
  })

  it('adds none to somebody’s account', async () => {
    const added = as((db) => insertPasskey(db, passkeyOf(personId)))
    await expect(added).rejects.toThrow('row-level security')
    const linked = as((db) => insertIdentity(db, identityOf(personId)))
    await expect(linked).rejects.toThrow('row-level security')
  })

  it('sees nothing of what is under way', async () => {
    await database.superuserClient.query(
      `insert into passkey_challenge values ($1, $1, 'sign-in', null, null, now())`,
      [randomBytes(32)],
    )
    const seen = await as((db) => db.selectFrom('passkey_challenge').selectAll().execute())
    expect(seen).toEqual([])
    expect(await as((db) => db.selectFrom('open_id_login').selectAll().execute())).toEqual([])
  })
})

describe('the application itself', () => {
  it.each(['public_key', 'person_id', 'credential_id', 'user_handle'])(
    'never changes the %s of a passkey',
    async (column) => {
      const change = asActor(db, personWith(people.holder), (db) =>
        db
          .updateTable('passkey')
          .set({ [column]: passkey.id } as never)
          .execute(),
      )
      await expect(change).rejects.toThrow('permission denied')
    },
  )
})
