/** The one way to open a transaction: whoever acts is set with it, for row-level security to read. */
import { DummyDriver, Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import { type Actor, actorRef } from '../actor.ts'
import { openingFor } from './actor-dialect.ts'
import type { Database, Transaction } from './database.ts'
import type { Tables } from './tables.ts'

/** Never nested: a `Transaction` in place of the database does not type-check. */
export function asActor<Given extends Database, Result>(
  db: Given extends Transaction ? never : Given,
  actor: Actor,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return openingFor(actorRef(actor), () =>
    db.transaction().execute(async (transaction) => run(await unqueued(transaction))),
  )
}

/**
 * Kysely keeps a statement back until the one before it is answered. Here those that are asked in
 * one go (`Promise.all`) are sent in one go: the connection answers them in their order.
 */
async function unqueued(transaction: Transaction): Promise<Transaction> {
  const queued = transaction.getExecutor()
  const connection = await queued.provideConnection(async (connection) => connection)
  const executor = queued.withConnectionProvider({
    provideConnection: (consumer) => consumer(connection),
  })
  return new KyselyTransaction<Tables>({ ...spare, executor })
}

/** What a transaction is made of besides its executor, and has no use for. */
const dialect = new PostgresDialect({
  pool: async () => Promise.reject(new Error('A transaction opens no connection')),
})
const spare = { config: { dialect }, dialect, driver: new DummyDriver() }
