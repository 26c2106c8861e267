import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  askForTest,
  facts,
  issueForTest,
  organisation,
  people,
  personWith,
  signForTest,
} from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { asActor } from '../database/as-actor.ts'
import { openPrivateKey } from '../keys/private-keys.ts'
import { issueCredential, prepareIssuing, withdrawCredential } from './credentials-actions.ts'
import {
  findCredential,
  findSharedCredentials,
  insertStatusChange,
  listCredentials,
} from './credentials-store.ts'

const { site, database } = await testSite()
const { db } = site
const { ownerDb } = database
const holderId = people.holder
const as = personWith

describe('preparing to issue', () => {
  it('makes one key, one list and one holder key, however many ask at once', async () => {
    const wanted = { organisation, holderId }
    const prepared = await Promise.all([1, 2, 3, 4].map(() => prepareIssuing(site, wanted)))
    const seen = prepared.map(({ privateKey: _, ...issuing }) => issuing)
    expect(new Set(seen.map((issuing) => JSON.stringify(issuing))).size).toBe(1)
    expect(await ownerDb.selectFrom('issuer_key').selectAll().execute()).toHaveLength(1)
    expect(await ownerDb.selectFrom('holder_key').selectAll().execute()).toHaveLength(1)
    expect(await ownerDb.selectFrom('status_list').selectAll().execute()).toHaveLength(1)
    expect(seen[0]?.issuer.did).toBe(`did:web:localhost%3A3000:orgs:${organisation}`)
    expect(seen[0]?.holderDid).toMatch(/^did:key:z6Mk/)
  })

  it('stores the address of the service with the first key', async () => {
    await prepareIssuing(site, { organisation, holderId })
    const stored = await ownerDb.selectFrom('base_address').select('base_url').execute()
    expect(stored).toEqual([{ base_url: site.config.baseUrl }])
  })

  it('refuses an organisation that is not there', async () => {
    const wanted = { organisation: 'nobody-at-all', holderId }
    await expect(prepareIssuing(site, wanted)).rejects.toThrow(/organisation nobody-at-all/)
  })

  it('leaves no private key in clear anywhere in the database', async () => {
    const { privateKey } = await prepareIssuing(site, { organisation, holderId })
    const holder = await ownerDb.selectFrom('holder_key').selectAll().executeTakeFirstOrThrow()
    const { did, sealed_private_key: sealedPrivateKey } = holder
    const holderKey = openPrivateKey(site.keyEncryptionKey, { id: did, sealedPrivateKey })
    const seeds = [privateKey, holderKey].map((key) =>
      Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'),
    )
    const everything = await wholeDatabase()
    expect(everything).toContain(organisation)
    for (const seed of seeds) {
      expect(seed).toHaveLength(32)
      expect(everything).not.toContain(seed.toString('hex'))
      expect(everything).not.toContain(seed.toString('base64url'))
      expect(everything).not.toContain(seed.toString('base64'))
    }
  })
})

/** Every row of every table as text, bytes as hexadecimal digits. */
async function wholeDatabase(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(ownerDb)
  const texts = await Promise.all(
    rows.map(({ name }) =>
      sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(ownerDb),
    ),
  )
  return texts.flatMap((found) => found.rows.map(({ row }) => row)).join('\n')
}

describe('issuing', () => {
  it('gives a signed credential under a name of its own, and records who issued it', async () => {
    const { id, document } = await issueForTest(site)
    expect(document.id).toBe(`urn:uuid:${id}`)
    expect(document.proof).toMatchObject({ cryptosuite: 'eddsa-rdfc-2022' })
    const events = await ownerDb
      .selectFrom('audit_event')
      .where('subject_ref', '=', `credential:${id}`)
      .select(['actor', 'action'])
      .execute()
    expect(events).toEqual([{ actor: people.assessor, action: 'credential.issued' }])
  })

  it('hands out places that are scattered, each once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => issueForTest(site)))
    const rows = await ownerDb
      .selectFrom('credential')
      .select('status_index')
      .orderBy('issued_at')
      .execute()
    const places = rows.map(({ status_index }) => status_index)
    expect(new Set(places).size).toBe(places.length)
    expect(places.every((place) => place >= 0 && place < 131_072)).toBe(true)
    const list = await ownerDb.selectFrom('status_list').select('step').executeTakeFirstOrThrow()
    expect(list.step % 2).toBe(1)
    expect(list.step).toBeGreaterThan(1)
  })

  it('opens another list when one is full', async () => {
    await ownerDb.updateTable('status_list').set({ used: 131_072 }).execute()
    const { list } = await prepareIssuing(site, { organisation, holderId })
    expect(list).toBe(`${organisation}-2`)
    await issueForTest(site)
  })

  it('changes nothing when the rest of the sign-off fails', async () => {
    const issuing = await prepareIssuing(site, { organisation, holderId })
    const actor = as(people.assessor)
    const before = await ownerDb.selectFrom('status_list').select(['id', 'used']).execute()
    const asked = await askForTest(site, issuing, actor)
    const failed = asActor(db, actor, async (db) => {
      await signForTest(db, asked)
      await issueCredential(db, issuing, { actor, site, facts })
      throw new Error('the sign-off failed')
    })
    await expect(failed).rejects.toThrow('the sign-off failed')
    const after = await ownerDb.selectFrom('status_list').select(['id', 'used']).execute()
    expect(after).toEqual(before)
  })

  it.each([
    ['the holder', people.holder],
    ['another organisation', people.stranger],
  ])('is refused by the database to %s', async (_, id) => {
    const issuing = await prepareIssuing(site, { organisation, holderId })
    const actor = as(id)
    const issued = asActor(db, actor, (db) => issueCredential(db, issuing, { actor, site, facts }))
    await expect(issued).rejects.toThrow()
  })
})

describe('reading a credential', () => {
  it('is for its holder, and for nobody under somebody else’s name', async () => {
    const { id, document } = await issueForTest(site)
    const own = await asActor(db, as(holderId), (db) => findCredential(db, { id, holderId }))
    expect(own).toMatchObject({ id, holderId, organisation, document })
    const listed = await asActor(db, as(holderId), (db) => listCredentials(db, { holderId }))
    expect(listed[0]?.id).toBe(id)
    const other = { id, holderId: people.stranger }
    expect(await asActor(db, as(holderId), (db) => findCredential(db, other))).toBeUndefined()
  })

  it.each([
    ['a stranger', as(people.stranger)],
    ['a link that was not given it', { kind: 'link', id: 'no-such-link' } as const],
    ['the job that makes keys', { kind: 'job', name: 'keys' } as const],
    ['nobody', { kind: 'nobody' } as const],
  ])('is refused to %s by row-level security', async (_, actor) => {
    const { id } = await issueForTest(site)
    const found = await asActor(db, actor, async (db) => [
      await findCredential(db, { id, holderId }),
      ...(await listCredentials(db, { holderId })),
      ...(await findSharedCredentials(db, [id])),
    ])
    expect(found).toEqual([undefined])
  })

  it('does not show a holder’s sealed key to anybody else', async () => {
    const seen = await asActor(db, as(people.stranger), (db) =>
      db.selectFrom('holder_key').selectAll().execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('withdrawing', () => {
  it('is done by an issuer of the organisation, once, and stays on record', async () => {
    const { id } = await issueForTest(site)
    const actor = as(people.issuer)
    await asActor(db, actor, (db) => withdrawCredential(db, actor, id))
    const again = asActor(db, actor, (db) => withdrawCredential(db, actor, id))
    await expect(again).rejects.toThrow(/withdrawn already/)
    const seen = await asActor(db, as(holderId), (db) => findCredential(db, { id, holderId }))
    expect(seen?.withdrawnAt).toBeInstanceOf(Date)
    await expect(ownerDb.deleteFrom('status_change').execute()).rejects.toThrow(/append-only/)
  })

  it('is never undone, or done to another organisation, whatever the program asks', async () => {
    const { id } = await issueForTest(site)
    const { status_list: list, status_index: index } = await ownerDb
      .selectFrom('credential')
      .where('id', '=', id)
      .select(['status_list', 'status_index'])
      .executeTakeFirstOrThrow()
    const place = { list, index }
    const change = (person: string, set: boolean) =>
      asActor(db, as(person), (db) =>
        insertStatusChange(db, { id: randomUUID(), ...place, purpose: 'revocation', set }),
      )
    await expect(change(people.issuer, false)).rejects.toThrow(/check constraint/)
    await expect(change(people.stranger, true)).rejects.toThrow(/row-level security/)
    await expect(change(people.assessor, true)).rejects.toThrow(/row-level security/)
  })

  it.each([
    ['its holder', people.holder],
    ['the assessor, who only signs off', people.assessor],
    ['an issuer of another organisation', people.stranger],
  ])('finds nothing to withdraw for %s', async (_, person) => {
    const { id } = await issueForTest(site)
    const actor = as(person)
    const withdrawn = asActor(db, actor, (db) => withdrawCredential(db, actor, id))
    await expect(withdrawn).rejects.toThrow(/credential/)
    const seen = await asActor(db, as(holderId), (db) => findCredential(db, { id, holderId }))
    expect(seen?.withdrawnAt).toBeUndefined()
  })
})
