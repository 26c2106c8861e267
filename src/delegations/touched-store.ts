import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { type FewOrMore, fewOrMore } from '../frameworks/model/touched.ts'

/** Tasks that are delegated now, by the statements that they rest on. As a steward of a framework. */
export async function countDelegationsTouched(
  db: Transaction,
  { edition }: { readonly edition: string },
): Promise<ReadonlyMap<string, FewOrMore>> {
  const { rows } = await sql<{ readonly code: string; readonly delegations: number | null }>`
    select code, delegations from count_delegations_touched(${edition})`.execute(db)
  return new Map(rows.map(({ code, delegations }) => [code, fewOrMore(delegations)]))
}
