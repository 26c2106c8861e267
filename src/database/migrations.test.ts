import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { type Migration, migrations } from './migrations/list.ts'
import { migrate, pendingMigrations } from './migrations.ts'
import { closeClient, openClient } from './pg-connection.ts'

const { superuserClient, ownerConfig } = await testDatabase()
const name = 'migrations_under_test'
const config = { ...ownerConfig, database: name }

// One of the cluster's databases is enough: it is emptied, never dropped, as the others are.
await superuserClient.query(`create database ${name} owner lanyard_owner`).catch(() => {})
const owner = await openClient(config)
afterAll(() => closeClient(owner))
beforeEach(async () => {
  await owner.query('drop table if exists migration, first, second, third cascade')
})

const first: Migration = { name: '0001-first', sql: 'create table first (n int)' }
const second: Migration = { name: '0002-second', sql: 'create table second (n int)' }
const broken: Migration = { name: '0002-broken', sql: 'create table second (n int); select nought' }

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map((row) => row.name)
}

describe('migrate', () => {
  it('brings an empty database forward, and then has nothing to do', async () => {
    await migrate(owner, [first])
    await migrate(owner, [first, second])
    await migrate(owner, [first, second])
    expect(await tables()).toEqual(['first', 'migration', 'second'])
    expect(await pendingMigrations(owner, [first, second])).toEqual([])
  })

  it('changes nothing when one fails, and keeps those before it', async () => {
    await expect(migrate(owner, [first, broken])).rejects.toThrow('0002-broken failed')
    expect(await tables()).toEqual(['first', 'migration'])
    await migrate(owner, [first, second])
    expect(await tables()).toEqual(['first', 'migration', 'second'])
  })

  it('refuses a migration whose text was changed after it was applied', async () => {
    await migrate(owner, [first])
    const edited = { ...first, sql: `${first.sql};` }
    await expect(migrate(owner, [edited, second])).rejects.toThrow('0001-first was changed')
    expect(await tables()).toEqual(['first', 'migration'])
  })

  it('refuses a database that a newer program has migrated', async () => {
    await migrate(owner, [first, second])
    await expect(migrate(owner, [first])).rejects.toThrow('made by another version')
  })

  it('refuses a migration put in before one that was applied', async () => {
    await migrate(owner, [second])
    await expect(migrate(owner, [first, second])).rejects.toThrow('made by another version')
  })

  it('is done once when several start at the same time', async () => {
    const starters = await Promise.all(Array.from({ length: 5 }, () => openClient(config)))
    await Promise.all(starters.map((starter) => migrate(starter, [first, second])))
    await Promise.all(starters.map(closeClient))
    expect(await tables()).toEqual(['first', 'migration', 'second'])
  })

  it('lets the application read which migrations were applied, and no more', async () => {
    await migrate(owner, [first])
    const { rows } = await owner.query(`select
      has_table_privilege('lanyard_app', 'migration', 'select') as reads,
      has_table_privilege('lanyard_app', 'migration', 'insert, update, delete') as writes,
      has_table_privilege('lanyard_app', 'first', 'select, insert, update, delete') as others`)
    expect(rows).toEqual([{ reads: true, writes: false, others: false }])
  })
})

describe("the product's migrations", () => {
  it('are named in the order that they are listed', () => {
    const names = migrations.map((migration) => migration.name)
    expect(names).toEqual([...new Set(names)].sort())
    expect(names.filter((each) => !/^\d{4}-[a-z-]+$/.test(each))).toEqual([])
  })
})
