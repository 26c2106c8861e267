/** The SQL of what carries over: whom it concerns soon, and what a change of edition touches. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { DueCount } from '../../due-date.ts'
import { fewOrMore, type Touched } from '../../frameworks/model/touched.ts'

export type CarryOverKind = 'confirm' | 'adoption'

/** As `job:weekly-letter`: whose sign-offs are to be confirmed again, and whose employer changes. */
export async function countCarryOverDue(
  db: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly (Omit<DueCount, 'kind'> & { readonly what: CarryOverKind })[]> {
  const { rows } = await sql<Omit<DueCount, 'kind'> & { readonly what: CarryOverKind }>`
    select person_id as "personId", what, count, first_on as "firstOn"
    from count_carry_over_due(${from}::date, ${to}::date)`.execute(db)
  return rows
}

/** What stands of each statement of an edition, in numbers alone. As a steward of a framework. */
export async function countTouched(
  db: Transaction,
  { edition }: { readonly edition: string },
): Promise<ReadonlyMap<string, Pick<Touched, 'signOffs' | 'holders' | 'employers'>>> {
  const { rows } = await sql<TouchedRow>`
    select * from count_touched(${edition})`.execute(db)
  return new Map(
    rows.map(({ code, sign_offs, holders, employers }) => [
      code,
      {
        ...{ signOffs: fewOrMore(sign_offs), holders: fewOrMore(holders) },
        employers: fewOrMore(employers),
      },
    ]),
  )
}

interface TouchedRow {
  readonly code: string
  readonly sign_offs: number | null
  readonly holders: number | null
  readonly employers: number | null
}
