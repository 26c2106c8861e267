import { Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openPgBouncer, pgBouncer } from '../../test/pgbouncer.ts'
import type { Actor } from '../actor.ts'
import { actorDialect } from './actor-dialect.ts'
import { asActor } from './as-actor.ts'
import type { Database, Transaction } from './database.ts'
import { openPool } from './pg-connection.ts'
import type { Tables } from './tables.ts'

const database = await testDatabase()
const job: Actor = { kind: 'job', name: 'test' }

/** One connection, so that what it keeps can be asked of it. */
function openDatabase(config: Parameters<typeof openPool>[0]): Database {
  const pool = openPool({ ...config, max: 1 })
  const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
  afterAll(() => db.destroy())
  return db
}

const number = (db: Transaction, value: number) =>
  sql<{ value: number }>`select ${value}::int as value`
    .execute(db)
    .then(({ rows }) => rows[0]?.value)

const kept = (db: Transaction) =>
  sql<{ statement: string }>`select statement from pg_prepared_statements`
    .execute(db)
    .then(({ rows }) => rows.map(({ statement }) => statement))

async function ask(db: Database, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await asActor(db, job, (db) => number(db, time))
}

describe('a statement', () => {
  it('that is asked again and again keeps its plan', async () => {
    const db = openDatabase(database.appConfig)
    await ask(db, 10)
    expect(await asActor(db, job, kept)).toEqual([])
    await ask(db, 2)
    expect(await asActor(db, job, kept)).toEqual(['select $1::int as value'])
    expect(await asActor(db, job, (db) => number(db, 7))).toBe(7)
  })

  it('without values stays as it is: it may be several in one', async () => {
    const db = openDatabase(database.appConfig)
    for (let time = 0; time < 20; time++) await asActor(db, job, kept)
    expect(await asActor(db, job, kept)).toEqual([])
  })

  it('whose table changed fails once, and then has a new connection', async () => {
    const owner = database.ownerDb
    await sql`create table changing (id int)`.execute(owner)
    await sql`grant select on changing to lanyard_app`.execute(owner)
    try {
      const db = openDatabase(database.appConfig)
      const all = () =>
        asActor(db, job, (db) => sql`select * from changing where id > ${0}`.execute(db))
      for (let time = 0; time < 20; time++) await all()
      await sql`alter table changing add column word text`.execute(owner)
      await expect(all()).rejects.toThrow('cached plan')
      expect((await all()).rows).toEqual([])
    } finally {
      await sql`drop table changing`.execute(owner)
    }
  })

  it.runIf(pgBouncer !== undefined)('keeps no plan behind a pooler', async () => {
    const db = openDatabase(await openPgBouncer(database.appConfig))
    await ask(db, 20)
    expect(await asActor(db, job, kept)).toEqual([])
    const values = [1, 2, 3, 4, 5]
    const together = (db: Transaction) => Promise.all(values.map((value) => number(db, value)))
    expect(await asActor(db, job, together)).toEqual(values)
  })
})

if (pgBouncer === undefined) console.log('preparing-pool: PgBouncer is not installed: skipped')

describe('a connection that breaks before its first statement', () => {
  it('is replaced by another, although the pool has no more than one to lend', async () => {
    const pool = openPool({ ...database.appConfig, max: 1, connectionTimeoutMillis: 2000 })
    const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
    afterAll(() => db.destroy())
    // What pg does not say in its types: the socket under a client.
    pool.once('connect', (client) => Reflect.get(client, 'connection').stream.destroy())
    await expect(asActor(db, job, (db) => number(db, 1))).rejects.toThrow()
    expect(await asActor(db, job, (db) => number(db, 2))).toBe(2)
  })
})

describe('statements asked in one go', () => {
  it('are each given their own answer, of the same transaction', async () => {
    const values = Array.from({ length: 200 }, (_, value) => value)
    const answers = await asActor(database.db, job, (db) =>
      Promise.all(values.map((value) => number(db, value))),
    )
    expect(answers).toEqual(values)
  })

  it('are undone together when one fails, and the connection goes on', async () => {
    const attempt = asActor(database.db, job, (db) =>
      Promise.all([
        sql`select set_config('app.kept', 'yes', false)`.execute(db),
        sql`select 1 / ${0}::int`.execute(db),
        number(db, 1),
      ]),
    )
    await expect(attempt).rejects.toThrow('division by zero')
    expect(await asActor(database.db, job, (db) => number(db, 2))).toBe(2)
  })

  it('are refused once the transaction is over', async () => {
    const escaped = await asActor(database.db, job, async (db) => ({ db }))
    await expect(number(escaped.db, 1)).rejects.toThrow(/committed/)
  })
})
