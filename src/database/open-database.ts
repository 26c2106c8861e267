/** The database, migrated and reached as a role that row-level security holds. */
import { Kysely } from 'kysely'
import type pg from 'pg'
import { installJobs, jobsAreInstalled } from '../jobs/install-jobs.ts'
import type { ExecuteSql } from '../jobs/open-jobs.ts'
import { actorDialect } from './actor-dialect.ts'
import { checkAppRole } from './app-role.ts'
import type { Database } from './database.ts'
import { prepareDatabase } from './embedded/prepare-database.ts'
import { type EmbeddedSettings, startEmbedded } from './embedded-postgres.ts'
import { type Migration, migrations } from './migrations/list.ts'
import { migrate, pendingMigrations } from './migrations.ts'
import { closeClient, openClient, openPool } from './pg-connection.ts'
import type { Tables } from './tables.ts'

export interface DatabaseSettings {
  readonly dataDir: string
  readonly dataDirGiven: boolean
  /** The application's role on a server of your own; without it the embedded database is used. */
  readonly databaseUrl?: string | undefined
  /** The owner's, who migrates. */
  readonly databaseOwnerUrl?: string | undefined
  readonly say?: EmbeddedSettings['say']
  readonly migrations?: readonly Migration[] | undefined
}

export interface OpenDatabase {
  readonly db: Database
  /** For the jobs' own tables: no actor is set. */
  readonly executeSql: ExecuteSql
  /** Where keys and files belong: not the default folder where that could not be used. */
  readonly dataDir: string
  isAlive(): Promise<boolean>
  close(): Promise<void>
}

export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const list = settings.migrations ?? migrations
  return settings.databaseUrl
    ? openServer(settings, { connectionString: settings.databaseUrl }, list)
    : openEmbedded(settings, list)
}

const DATABASE = 'lanyard'

async function openEmbedded(
  { dataDir, dataDirGiven, say }: DatabaseSettings,
  list: readonly Migration[],
): Promise<OpenDatabase> {
  const embedded = await startEmbedded({ dataDir, explicit: dataDirGiven, say })
  try {
    await withClient(embedded.connectAs('superuser', 'postgres'), (superuser) =>
      prepareDatabase(superuser, DATABASE),
    )
    await withClient(embedded.connectAs('owner', DATABASE), (owner) => bringForward(owner, list))
    const app = await openApp(embedded.connectAs('app', DATABASE))
    return {
      ...app,
      dataDir: embedded.dataDir,
      close: once(async () => {
        await app.close()
        await embedded.release()
      }),
    }
  } catch (error) {
    await embedded.release()
    throw error
  }
}

async function openServer(
  { dataDir, databaseOwnerUrl }: DatabaseSettings,
  app: pg.PoolConfig,
  list: readonly Migration[],
): Promise<OpenDatabase> {
  if (databaseOwnerUrl) {
    await withClient({ connectionString: databaseOwnerUrl }, async (owner) => {
      await requireAppRole(owner)
      await bringForward(owner, list)
    })
  } else {
    await withClient(app, (client) => refusePending(client, list))
  }
  return { ...(await openApp(app)), dataDir }
}

async function bringForward(owner: pg.ClientBase, list: readonly Migration[]): Promise<void> {
  await migrate(owner, list)
  await installJobs(owner)
}

async function requireAppRole(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'lanyard_app'`)
  if (rowCount) return
  throw new Error(
    'The server has no role lanyard_app, which the migrations grant to: create it, and let DATABASE_URL connect as it or as a member of it.',
  )
}

async function refusePending(client: pg.ClientBase, list: readonly Migration[]): Promise<void> {
  const pending = await pendingMigrations(client, list)
  const missing = pending.map((migration) => migration.name)
  if (missing.length === 0 && !(await jobsAreInstalled(client))) missing.push('jobs')
  if (missing.length === 0) return
  const names = missing.join(', ')
  throw new Error(
    `The database needs migrations (${names}): set DATABASE_OWNER_URL to the role that owns the tables and start again.`,
  )
}

async function openApp(config: pg.PoolConfig): Promise<Omit<OpenDatabase, 'dataDir'>> {
  await withClient(config, checkAppRole)
  const pool = openPool(config)
  const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
  return {
    db,
    executeSql: (text, values) => pool.query(text, values),
    isAlive: () => isAlive(config),
    close: once(async () => {
      await db.destroy()
      // Kysely ends the pool only if it was used.
      if (!pool.ended) await pool.end()
    }),
  }
}

/** Asks on a connection of its own, so that a busy pool does not look like a dead server. */
async function isAlive(config: pg.ClientConfig): Promise<boolean> {
  const limits = { connectionTimeoutMillis: 2000, query_timeout: 2000 }
  return withClient({ ...config, ...limits }, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  )
}

async function withClient<Result>(
  config: pg.ClientConfig,
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await openClient(config)
  try {
    return await run(client)
  } finally {
    await closeClient(client)
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= run()
    return running
  }
}
