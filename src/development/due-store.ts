/** How many of everybody's days in development come: as `job:weekly-letter` alone. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { DueCount } from '../due-date.ts'

export type DevelopmentKind = 'goal' | 'supervision' | 'appraisal' | 'plan'

export async function countDevelopmentDue(
  db: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly (Omit<DueCount, 'kind'> & { readonly what: DevelopmentKind })[]> {
  const { rows } = await sql<Omit<DueCount, 'kind'> & { readonly what: DevelopmentKind }>`
    select person_id as "personId", what, count, first_on as "firstOn"
    from count_development_due(${from}::date, ${to}::date)`.execute(db)
  return rows
}
