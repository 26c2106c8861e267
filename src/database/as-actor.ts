/** The one way to open a transaction: whoever acts is set with it, for row-level security to read. */
import { type Actor, actorRef } from '../actor.ts'
import { openingFor } from './actor-dialect.ts'
import type { Database, Transaction } from './database.ts'

/** Never nested: a `Transaction` in place of the database does not type-check. */
export function asActor<Given extends Database, Result>(
  db: Given extends Transaction ? never : Given,
  actor: Actor,
  run: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return openingFor(actorRef(actor), () => db.transaction().execute(run))
}
