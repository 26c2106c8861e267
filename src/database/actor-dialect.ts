/**
 * Kysely's PostgreSQL dialect, but a transaction begins and learns its actor in one message. The
 * setting ends with the transaction, so this also works behind PgBouncer in transaction mode.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { preparingPool } from './preparing-pool.ts'

interface Opening {
  readonly actor: string
  state: 'waiting' | 'begun' | 'over'
}

const openings = new AsyncLocalStorage<Opening>()

/** Kysely has no way to hand a value to its driver's `beginTransaction`; this carries it there. */
export async function openingFor<Result>(
  actor: string,
  transact: () => Promise<Result>,
): Promise<Result> {
  if (actor.includes('\0')) throw new Error('An actor cannot contain a NUL character')
  if (openings.getStore()?.state === 'begun') throw nested()
  const opening: Opening = { actor, state: 'waiting' }
  try {
    return await openings.run(opening, transact)
  } finally {
    opening.state = 'over'
  }
}

export function actorDialect(pool: pg.Pool): Dialect {
  const dialect = new PostgresDialect({ pool: preparingPool(pool) })
  return {
    createDriver: () => actorDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

function actorDriver(driver: Driver): Driver {
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => {
      // A second connection inside a transaction has no actor, and can wait for itself for ever.
      if (openings.getStore()?.state === 'begun') throw nested()
      return driver.acquireConnection(options)
    },
    beginTransaction: (connection, settings) => begin(driver, connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  }
}

async function begin(
  driver: Driver,
  connection: DatabaseConnection,
  settings: TransactionSettings,
): Promise<void> {
  const opening = openings.getStore()
  if (opening?.state !== 'waiting') return driver.beginTransaction(connection, settings)
  opening.state = 'begun'
  const { isolationLevel, accessMode } = settings
  const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : ''
  const start = `begin${isolation}${accessMode ? ` ${accessMode}` : ''}`
  const set = `select set_config('app.actor', ${pg.escapeLiteral(opening.actor)}, true)`
  try {
    await connection.executeQuery(CompiledQuery.raw(`${start}; ${set}`))
  } catch (error) {
    // Kysely rolls back only what it has seen begin; marks the connection unusable if this fails.
    await driver.rollbackTransaction(connection)
    throw error
  }
}

function nested(): Error {
  return new Error('Inside a transaction, use the transaction: it is never nested')
}
