/** Where letters on recognition go, for the job that writes them alone. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'

/** Whoever decides there; of a reply, whoever made the decision while they still may. */
export async function listAddressesToRecognise(
  db: Transaction,
  { shareId, decisionId }: { readonly shareId: string; readonly decisionId?: string | undefined },
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select address from addresses_to_recognise(${shareId}, ${decisionId ?? null}) address
    `.execute(db)
  return rows.map(({ address }) => address)
}

/** Nothing where more was decided on the set since than these: a later letter tells all of it. */
export async function findAddressOfRecognised(
  db: Transaction,
  { shareId, decisions }: { readonly shareId: string; readonly decisions: number },
): Promise<string | undefined> {
  const { rows } = await sql<{ address: string }>`
    select address from address_of_recognised(${shareId}, ${decisions}) address`.execute(db)
  return rows[0]?.address
}
