/** The SQL of which edition each organisation works by. */
import { sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import type { Adoption } from './model/choose-edition-in-force.ts'

export interface AdoptedEdition extends Adoption {
  readonly framework: string
}

/** Undefined for an organisation that there is not. */
export interface Adopting {
  readonly name: string
  readonly addedAt: Date
  readonly adoptions: readonly AdoptedEdition[]
}

/** What anybody may know: which editions from which days, of every framework. */
export async function findAdopting(
  db: Database | Transaction,
  { organisation }: { readonly organisation: string },
): Promise<Adopting | undefined> {
  const row = await db
    .selectFrom('organisation')
    .where('slug', '=', organisation)
    .select(['name', 'added_at as addedAt'])
    .select(
      sql<AdoptedEdition[] | null>`(select json_agg(json_build_object('edition', edition,
        'framework', framework, 'number', number, 'from', from_day))
        from editions_adopted(${organisation}))`.as('adoptions'),
    )
    .executeTakeFirst()
  return row && { name: row.name, addedAt: row.addedAt, adoptions: row.adoptions ?? [] }
}

export interface DecidedAdoption extends AdoptedEdition {
  readonly id: string
  readonly reason: string
  readonly at: Date
}

/** Every decision, the latest first, as those who work there read it. */
export function listAdoptions(
  db: Transaction,
  { organisation, framework }: { readonly organisation: string; readonly framework: string },
): Promise<DecidedAdoption[]> {
  return db
    .selectFrom('adoption')
    .where('organisation', '=', organisation)
    .where('framework', '=', framework)
    .orderBy('number', 'desc')
    .select(['id', 'edition', 'framework', 'number', 'from_day as from', 'reason', 'at'])
    .execute()
}

/** False where there is this number already: another manager decided meanwhile. */
export async function insertAdoption(
  db: Transaction,
  adoption: AdoptedEdition & {
    readonly id: string
    readonly organisation: string
    readonly reason: string
    readonly madeBy: string
    readonly stepUp: StepUp
  },
): Promise<boolean> {
  const { id, organisation, framework, number, edition, from, reason, madeBy, stepUp } = adoption
  const made = await db
    .insertInto('adoption')
    .values({
      ...{ id, organisation, framework, number, edition, from_day: from, reason },
      ...{ made_by: madeBy, stepped_up_how: stepUp.how, stepped_up_at: stepUp.at },
    })
    .onConflict((conflict) => conflict.columns(['organisation', 'framework', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** What somebody decided for an organisation. It belongs to it. */
export function listMadeAdoptions(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('adoption')
    .innerJoin('organisation', 'organisation.slug', 'adoption.organisation')
    .where('made_by', '=', personId)
    .orderBy('at')
    .select(['organisation.name as organisationName', 'edition', 'from_day as from', 'reason'])
    .select('at')
    .execute()
}
