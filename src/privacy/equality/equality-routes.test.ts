/** Equality answers: only ever the holder's own, and the table alone is nobody's. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { createApp } from '../../app.ts'
import { asActor } from '../../database/as-actor.ts'
import { findOwnAnswers } from './equality-actions.ts'
import { equalityKeyOf } from './equality-key.ts'
import { removeOwn } from './equality-store.ts'
import { openEqualityKey } from './open-equality-key.ts'

const { app, site, database, signIn } = await testSite()
const { db } = site
const { ownerDb } = database
const steward = '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'
const key = equalityKeyOf(site.equalityKey ?? randomBytes(32))

let worker: Visitor
let session: string

beforeAll(async () => {
  session = await signIn(people.holder)
  worker = visitor(app, session)
})

const rows = () => ownerDb.selectFrom('equality_answer').selectAll().execute()

describe('answering', () => {
  it('begins with why it is asked and who sees it', async () => {
    const words = wordsOf(await worker.get('/account/equality'))
    expect(words).toContain('You do not have to answer any of these')
    expect(words).toContain('Nobody sees them by name')
    expect(words).toContain('Who sees this')
    expect(words).not.toContain('Clear all my answers')
  })

  it('keeps what was answered, which the holder reads in words', async () => {
    const reply = await worker.post('/account/equality/england', {
      ...{ sex: 'female', disability: 'limits-a-little', age: 'prefer-not-to-say' },
    })
    expect(reply.statusCode).toBe(303)
    const page = await worker.get(String(reply.headers.location))
    const words = wordsOf(page)
    expect(words).toContain('Your answers are saved')
    expect(words).toContain('Yes, and it limits me a little from day to day')
    expect(words).toContain('Prefer not to say')
    expect(page.headers['cache-control']).toBe('no-store')
    const form = await worker.get('/account/equality/england')
    expect(form.body).toMatch(/value="limits-a-little" checked/)
    expect(await rows()).toHaveLength(1)
  })

  it('takes one answer out and keeps the others', async () => {
    await worker.post('/account/equality/england', { sex: 'female', age: 'take-out' })
    const words = wordsOf(await worker.get('/account/equality'))
    expect(words).toContain('Female')
    expect(words).not.toContain('How old are you?')
    expect(await rows()).toHaveLength(1)
  })

  it('is of four nations and no other', async () => {
    expect((await worker.get('/account/equality/wales')).statusCode).toBe(200)
    expect((await worker.get('/account/equality/mars')).statusCode).toBe(404)
    expect((await worker.post('/account/equality/mars', { sex: 'male' })).statusCode).toBe(404)
  })

  it('is for those who are signed in', async () => {
    expect((await visitor(app).get('/account/equality')).statusCode).toBe(303)
    const posted = await visitor(app).post('/account/equality/england', { sex: 'male' })
    expect(posted.statusCode).toBe(401)
  })
})

describe('the table', () => {
  it('holds nothing that tells whose a row is or what it says', async () => {
    const [row] = await rows()
    expect(Object.keys(row ?? {}).sort()).toEqual(['pseudonym', 'sealed'])
    const { rows: columns } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns
      where table_name in ('equality_answer', 'equality_key')`.execute(ownerDb)
    expect(columns.map(({ name }) => name).sort()).toEqual([
      ...['fingerprint', 'pseudonym', 'sealed', 'single'],
    ])
    const text = `${row?.pseudonym.toString('latin1')}${row?.sealed.toString('latin1')}`
    for (const told of ['female', 'england', people.holder, people.holder.replaceAll('-', '')]) {
      expect(text).not.toContain(told)
      expect(row?.pseudonym.toString('hex')).not.toContain(told)
    }
  })

  it('is spoken of by no audit event, which would join a person to it', async () => {
    const events = await ownerDb.selectFrom('audit_event').select(['action', 'details']).execute()
    expect(JSON.stringify(events)).not.toMatch(/equality/i)
  })

  it('and the key of it is not in the database', async () => {
    const dump = await database.superuserClient.query<{ all: string }>(
      `select string_agg(fingerprint::text, '') as all from equality_key`,
    )
    expect(dump.rows[0]?.all).not.toContain(site.equalityKey?.toString('hex'))
  })
})

describe('nobody else reads them', () => {
  const others = [
    ['a colleague who signs off', people.assessor],
    ['whoever issues for the employer', people.issuer],
    ['another employer', people.stranger],
    ['a steward', steward],
  ] as const

  it.each(others)('%s, with SQL of their own', async (_, id) => {
    await asActor(db, personWith(id), async (db) => {
      const all = () => sql`select * from equality_answer`.execute(db)
      expect((await all()).rows).toEqual([])
      const ours = key.pseudonymOf(id).toString('hex')
      await sql`select set_config('app.equality_pseudonym', ${ours}, true)`.execute(db)
      expect((await all()).rows).toEqual([])
      const gone = await sql`delete from equality_answer`.execute(db)
      expect(gone.numAffectedRows).toBe(0n)
    })
    expect(await rows()).toHaveLength(1)
  })

  it.each(others)('%s, through the store', async (_, id) => {
    const own = await asActor(db, personWith(id), (db) => findOwnAnswers(db, key))
    expect(own).toEqual({ state: 'readable', held: undefined })
  })

  it.each([
    { kind: 'job', name: 'sign-in' },
    { kind: 'link', id: people.holder },
    { kind: 'nobody' },
  ] as const)('%o, who is no person', async (actor) => {
    const own = await asActor(db, actor, (db) => findOwnAnswers(db, key))
    expect(own).toEqual({ state: 'readable', held: undefined })
    const cleared = asActor(db, actor, (db) => removeOwn(db, key))
    await expect(cleared).rejects.toThrow('equality answers of nobody')
  })

  it('a manager, in the preview of the holder', async () => {
    const own = wordsOf(await worker.get('/passport/preview'))
    expect(own).toMatch(/Equality Only you/)
    const words = wordsOf(await worker.get('/passport/preview?as=manager'))
    expect(words).not.toContain('Female')
    expect(words).toContain('Equality (1 kept)')
  })

  it('whoever moves a row to another name', async () => {
    const [row] = await rows()
    const theirs = key.pseudonymOf(people.assessor)
    expect(() => key.unseal(row?.sealed ?? Buffer.alloc(0), theirs)).toThrow()
  })
})

describe('another key', () => {
  const withKey = async (equalityKey: Buffer | undefined) => {
    const other = await createApp({ ...site, equalityKey })
    return visitor(other, session)
  }

  it('reads nothing, says so, and changes nothing', async () => {
    const mistaken = await withKey(randomBytes(32))
    const words = wordsOf(await mistaken.get('/account/equality'))
    expect(words).toContain('Your answers cannot be read now')
    expect(words).not.toContain('Answer the questions')
    const saved = await mistaken.post('/account/equality/england', { sex: 'male' })
    expect(saved.statusCode).toBe(409)
    expect((await mistaken.post('/account/equality/clear')).statusCode).toBe(409)
    expect(wordsOf(await worker.get('/account/equality'))).toContain('Female')
  })

  it('is no key at all where a controller has not decided to ask', async () => {
    const notAsked = await withKey(undefined)
    expect(wordsOf(await notAsked.get('/account/equality'))).toContain('does not ask these')
    expect((await notAsked.get('/account/equality/england')).statusCode).toBe(404)
  })
})

describe('where the key comes from', () => {
  const given = { demo: false, dataDir: '/nowhere' }
  const one = 'a1'.repeat(32)

  it('is the setting, which is another one than the key of the private keys', async () => {
    expect(await openEqualityKey(given)).toBeUndefined()
    const key = await openEqualityKey({ ...given, equalityKey: one })
    expect(key?.toString('hex')).toBe(one)
    const same = openEqualityKey({
      ...{ ...given, equalityKey: one, keyEncryptionKey: one.toUpperCase() },
    })
    await expect(same).rejects.toThrow(/is the same as KEY_ENCRYPTION_KEY/)
  })

  it('is a file of the demonstration that its owner alone reads, and stays the same', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'lanyard-equality-'))
    const first = await openEqualityKey({ demo: true, dataDir })
    expect(await openEqualityKey({ demo: true, dataDir })).toEqual(first)
    const file = join(dataDir, 'equality-key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await writeFile(file, 'not a key')
    await expect(openEqualityKey({ demo: true, dataDir })).rejects.toThrow(/does not hold a key/)
  })
})

describe('withdrawing', () => {
  it('erases the row, at any time and twice', async () => {
    const reply = await worker.post('/account/equality/clear')
    expect(wordsOf(await worker.get(String(reply.headers.location)))).toContain(
      'All your answers are erased',
    )
    expect(await rows()).toEqual([])
    expect((await worker.post('/account/equality/clear')).statusCode).toBe(303)
  })

  it('is also to save a form with nothing in it', async () => {
    await worker.post('/account/equality/england', { sex: 'female' })
    expect(await rows()).toHaveLength(1)
    const reply = await worker.post('/account/equality/england', {})
    expect(reply.headers.location).toBe('/account/equality?done=cleared')
    expect(await rows()).toEqual([])
  })

  it('of two forms at once leaves one row', async () => {
    const both = [{ sex: 'female' }, { sex: 'male' }].map((fields) =>
      worker.post('/account/equality/england', fields),
    )
    for (const reply of await Promise.all(both)) expect(reply.statusCode).toBe(303)
    expect(await rows()).toHaveLength(1)
  })
})
