import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { forgetHistories } from '../register-shelf.ts'
import { type Stewardship, stewardshipOf } from './stewardship.ts'

/** One change of the register by a steward; what this process kept of it is asked for again. */
export async function asSteward<Result>(
  db: Database,
  actor: Person,
  run: (transaction: Transaction, stewardship: Stewardship) => Promise<Result>,
): Promise<Result> {
  const result = await asActor(db, actor, async (db) => run(db, await stewardshipOf(db, actor)))
  forgetHistories(db)
  return result
}

/** A steward's reading transaction. Throws NotFound for whoever is none. */
export function readAsSteward<Result>(
  db: Database,
  person: Person,
  read: (db: Transaction) => Promise<Result>,
): Promise<Result> {
  return asActor(db, person, async (db) => {
    await stewardshipOf(db, person)
    return read(db)
  })
}
