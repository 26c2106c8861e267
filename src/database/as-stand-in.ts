/** Reads with the eyes of somebody who does not exist: docs/decisions/0009-preview.md. */
import { sql } from 'kysely'
import type { Job } from '../actor.ts'
import { asActor } from './as-actor.ts'
import type { Database, Transaction } from './database.ts'

const preview: Job = { kind: 'job', name: 'preview' }

/** Carries what was read out of a transaction that is always undone. */
class Undone<Result> extends Error {
  override readonly name = 'Undone'
  readonly result: Result

  constructor(result: Result) {
    super('a preview is undone')
    this.result = result
  }
}

/** `arrive` puts the stand-in in and gives its id; nothing is written after that, or kept. */
export async function asStandIn<Given extends Database, Result>(
  db: Given extends Transaction ? never : Given,
  arrive: (db: Transaction) => Promise<string>,
  read: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await asActor<Given, never>(db, preview, async (db) => {
      const id = await arrive(db)
      await sql`set transaction read only`.execute(db)
      await sql`select set_config('app.actor', ${id}, true)`.execute(db)
      throw new Undone(await read(db))
    })
  } catch (error) {
    // Thrown just above, with what `read` gave.
    if (error instanceof Undone) return error.result as Result
    throw error
  }
}
