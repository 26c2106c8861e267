/** A database for the tests of one file: this worker's own, empty at the start of each test. */
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeEach, inject } from 'vitest'
import { actorDialect } from '../src/database/actor-dialect.ts'
import type { Database } from '../src/database/database.ts'
import { roleNames } from '../src/database/embedded/cluster.ts'
import { closeClient, openClient, openPool } from '../src/database/pg-connection.ts'
import type { Tables } from '../src/database/tables.ts'
import type { ExecuteSql } from '../src/jobs/open-jobs.ts'
import { TEMPLATE } from './global-setup.ts'

export interface TestDatabase {
  /** As the application: held by row-level security, so reads and writes need `asActor`. */
  readonly db: Database
  /** As the owner of the tables, whom row-level security does not hold. */
  readonly ownerDb: Database
  readonly executeSql: ExecuteSql
  readonly superuserClient: pg.Client
  /** How to reach it as the application, for a test that opens connections of its own. */
  readonly appConfig: pg.ClientConfig
  readonly ownerConfig: pg.ClientConfig
  reset(): Promise<void>
  /** Puts in what `load` puts in: by itself the first time, and by a copy of its rows from then on. */
  loadOnce(load: () => Promise<void>): Promise<void>
  isAlive(): Promise<boolean>
}

/**
 * Call it once at the top of a test file: `const { db } = await testDatabase()`. `each-file` keeps
 * what the file itself put in, for files that only read after a slow load.
 */
export async function testDatabase(
  emptied: 'each-test' | 'each-file' = 'each-test',
): Promise<TestDatabase> {
  const name = `test_${process.env.VITEST_POOL_ID ?? '0'}`
  const superuserClient = await openWorkerDatabase(name)
  const app = openPool(connectAs('app', name))
  const owner = openPool(connectAs('owner', name))
  const reset = await emptying(superuserClient)
  await reset()
  if (emptied === 'each-test') beforeEach(reset)
  afterAll(async () => {
    await Promise.all([app.end(), owner.end(), closeClient(superuserClient)])
  })
  return {
    db: new Kysely<Tables>({ dialect: actorDialect(app) }),
    ownerDb: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: owner }) }),
    executeSql: (text, values) => app.query(text, values),
    superuserClient,
    appConfig: connectAs('app', name),
    ownerConfig: connectAs('owner', name),
    reset,
    loadOnce: (load) => loadOnce(superuserClient, load),
    isAlive: async () => (await app.query('select 1')).rowCount === 1,
  }
}

function connectAs(role: keyof typeof roleNames, database: string): pg.ClientConfig {
  const { socketDir, port } = inject('cluster')
  return { host: socketDir, port, user: roleNames[role], database }
}

async function openWorkerDatabase(name: string): Promise<pg.Client> {
  try {
    return await openClient(connectAs('superuser', name))
  } catch (error) {
    if (!isMissingDatabase(error)) throw error
  }
  const superuser = await openClient(connectAs('superuser', 'postgres'))
  await superuser.query(`create database ${name} template ${TEMPLATE} owner lanyard_owner`)
  await superuser.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to lanyard_app`,
  )
  await closeClient(superuser)
  return openClient(connectAs('superuser', name))
}

function isMissingDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000'
}

/** Where a worker's database keeps its copies of loaded rows. */
const copies = 'loaded'

/** Loading takes half a second of each file; copying the rows back, a few hundredths. */
async function loadOnce(superuser: pg.Client, load: () => Promise<void>): Promise<void> {
  const { rows } = await superuser.query<{ sql: string }>(`
    select format('insert into public.%1$I (%2$s) overriding system value select %2$s from ${copies}.%1$I;',
      table_name, string_agg(quote_ident(column_name), ', ')) as sql
    from information_schema.columns kept
    where table_schema = '${copies}' and exists (select from information_schema.columns its
      where its.table_schema = 'public' and its.table_name = kept.table_name
        and its.column_name = kept.column_name and its.is_generated = 'NEVER')
    group by table_name`)
  if (rows.length === 0) return load().then(() => keepCopies(superuser))
  const inserts = rows.map(({ sql }) => sql).join(' ')
  await superuser.query(`begin; set local session_replication_role = replica; ${inserts} commit`)
}

async function keepCopies(superuser: pg.Client): Promise<void> {
  await superuser.query(`create schema ${copies}`)
  const { rows } = await superuser.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  )
  for (const { name } of rows) {
    const { rowCount } = await superuser.query(`select from public.${name} limit 1`)
    if (rowCount === 0) continue
    await superuser.query(`create table ${copies}.${name} as table public.${name}`)
  }
}

/** One message; `replica` keeps foreign keys and append-only triggers from stopping it. */
async function emptying(superuser: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await superuser.query<{ place: string }>(
    `select format('%I.%I', schemaname, tablename) as place from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', '${copies}')
        and tablename <> 'migration'
      union all select unnest(array['pgboss.job', 'pgboss.schedule'])`,
  )
  const deletes = rows.map(({ place }) => `delete from ${place};`).join(' ')
  const batch = `begin; set local session_replication_role = replica; ${deletes} commit`
  return async () => {
    await superuser.query(batch)
  }
}
