import type { Person } from '../../../actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { NotFound } from '../../../errors.ts'
import { listStewardOrganisations } from '../../../organisations/stewards/stewardship-store.ts'

/** Slugs of those for which this person keeps frameworks. Throws NotFound where there is none. */
export async function stewardOfFrameworks(
  db: Transaction,
  person: Person,
): Promise<readonly string[]> {
  const held = person.permissions
    .filter(({ permission }) => permission === 'steward-framework')
    .map(({ organisation }) => organisation)
  const stewards = await listStewardOrganisations(db, held)
  if (stewards.length === 0) throw new NotFound('is no steward')
  return stewards
}
