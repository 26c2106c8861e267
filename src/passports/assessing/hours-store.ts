/** The SQL of assessors' hours: sums of an organisation, and of nobody in it. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { CountedQuarter } from './model/assessor-hours.ts'

/** Quarters that have ended, the latest first. */
export async function listQuarters(
  db: Transaction,
  { organisation, today }: { readonly organisation: string; readonly today: string },
): Promise<CountedQuarter[]> {
  const { rows } = await sql<CountedQuarter>`
    select quarter, assessors, minutes, visits, visit_assessors as "visitAssessors",
      entered_assessors as "enteredAssessors", signings, timed_signings as "timedSignings"
    from assessing_quarters(${organisation}, ${today}::date)`.execute(db)
  return rows
}
