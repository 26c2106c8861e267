/** What somebody has to do with mappings: as a steward, and for the nation or sector that they answer for. */
import type { Person } from '../../../actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { NotFound } from '../../../errors.ts'
import { listStewardOrganisations } from '../../../organisations/stewards/stewardship-store.ts'
import { listFrameworkOwners } from '../crosswalks-store.ts'
import type { FrameworkOwner } from '../model/may-answer.ts'

export interface MappingDuties {
  /** Slug of the steward that they decide and confirm for. */
  readonly steward?: string | undefined
  /** Those for which they approve. */
  readonly owners: readonly FrameworkOwner[]
}

/** Throws NotFound for everybody else: these pages are not there for them. */
export async function mappingDutiesOf(db: Transaction, actor: Person): Promise<MappingDuties> {
  const held = actor.permissions
    .filter(({ permission }) => permission === 'steward-framework')
    .map(({ organisation }) => organisation)
  if (held.length === 0) throw new NotFound('has nothing to do with mappings')
  const [steward] = await listStewardOrganisations(db, held)
  const owners = (await listFrameworkOwners(db)).filter(({ slug }) => held.includes(slug))
  if (steward === undefined && owners.length === 0) {
    throw new NotFound('has nothing to do with mappings')
  }
  return { steward, owners }
}

/** Throws NotFound for whoever is no steward. */
export async function stewardOfMappings(db: Transaction, actor: Person): Promise<string> {
  const { steward } = await mappingDutiesOf(db, actor)
  if (steward === undefined) throw new NotFound('is no steward')
  return steward
}
