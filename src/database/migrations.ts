/** Brings the schema forward, as the owner. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Migration } from './migrations/list.ts'

interface Applied {
  readonly name: string
  readonly checksum: string
}

// Any number will do, as long as every starter takes the same one.
const MIGRATION_LOCK = 5_201_701

/** Two starters may do this at once: each migration is taken by one of them. */
export async function migrate(owner: pg.ClientBase, list: readonly Migration[]): Promise<void> {
  if ((await pendingMigrations(owner, list)).length === 0) return
  await inLockedTransaction(owner, () => owner.query(MIGRATION_TABLE))
  for (const migration of list)
    await inLockedTransaction(owner, () => apply(owner, migration, list))
}

/** Also refuses a database that these migrations did not make. */
export async function pendingMigrations(
  client: pg.ClientBase,
  list: readonly Migration[],
): Promise<readonly Migration[]> {
  const applied = await appliedMigrations(client)
  checkHistory(applied, list)
  return list.slice(applied.length)
}

const MIGRATION_TABLE = `
  create table if not exists migration (
    name text primary key,
    checksum text not null,
    at timestamptz not null default now()
  );
  grant select on migration to lanyard_app`

async function appliedMigrations(client: pg.ClientBase): Promise<readonly Applied[]> {
  const found = await client.query<{ there: boolean }>(
    `select to_regclass('migration') is not null as there`,
  )
  if (!found.rows[0]?.there) return []
  const { rows } = await client.query<Applied>(
    `select name, checksum from migration order by name collate "C"`,
  )
  return rows
}

function checkHistory(applied: readonly Applied[], list: readonly Migration[]): void {
  for (const [index, { name, checksum }] of applied.entries()) {
    const ours = list[index]
    if (ours?.name !== name) {
      throw new Error(
        `The database has migration ${name} where this program has ${ours?.name ?? 'none'}: it was made by another version`,
      )
    }
    if (checksumOf(ours) !== checksum) {
      throw new Error(`Migration ${name} was changed after it was applied; write a new one instead`)
    }
  }
}

async function apply(
  owner: pg.ClientBase,
  migration: Migration,
  list: readonly Migration[],
): Promise<void> {
  const pending = await pendingMigrations(owner, list)
  if (!pending.includes(migration)) return
  try {
    await owner.query(migration.sql)
  } catch (cause) {
    throw new Error(`Migration ${migration.name} failed and changed nothing: ${messageOf(cause)}`, {
      cause,
    })
  }
  await owner.query('insert into migration (name, checksum) values ($1, $2)', [
    migration.name,
    checksumOf(migration),
  ])
}

export async function inLockedTransaction(
  owner: pg.ClientBase,
  run: () => Promise<unknown>,
): Promise<void> {
  await owner.query(`begin; select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
  try {
    await run()
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw error
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
