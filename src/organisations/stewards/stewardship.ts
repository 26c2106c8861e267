/** Who keeps the register: whoever stewards the framework for a national steward. */
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { listStewardOrganisations } from './stewardship-store.ts'

export interface Stewardship {
  /** Slug of the organisation that they act for. */
  readonly steward: string
  /** All of them. */
  readonly stewards: readonly string[]
}

/** Throws NotFound for everybody else: the stewards' pages are not there for them. */
export async function stewardshipOf(db: Transaction, actor: Person): Promise<Stewardship> {
  const held = actor.permissions
    .filter(({ permission }) => permission === 'steward-framework')
    .map(({ organisation }) => organisation)
  const stewards = await listStewardOrganisations(db, held)
  const [steward] = stewards
  if (steward === undefined) throw new NotFound('keeps no register')
  return { steward, stewards }
}
