import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export interface Closing {
  readonly id: string
  readonly askedAt: Date
  readonly eraseAfter: Date
}

/** False when this account is closing already: of two at once, one is kept. */
export async function insertClosing(
  db: Transaction,
  closing: Closing & { readonly personId: string },
): Promise<boolean> {
  const result = await db
    .insertInto('account_closing')
    .values({
      id: closing.id,
      person_id: closing.personId,
      asked_at: closing.askedAt,
      erase_after: closing.eraseAfter,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when there is none, or when it is too late. */
export async function setClosingUndone(
  db: Transaction,
  { personId }: Whose,
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('account_closing')
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .where('erased_at', 'is', null)
    .set({ undone_at: now })
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Those whose day has come, for a job that was lost. */
export async function listDueClosings(db: Transaction): Promise<string[]> {
  const rows = await db
    .selectFrom('account_closing')
    .where('undone_at', 'is', null)
    .where('erased_at', 'is', null)
    .where('erase_after', '<=', sql<Date>`now()`)
    .orderBy('erase_after')
    .limit(1000)
    .select('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** False when it was undone, is not due yet, or is done. Holds what others would change meanwhile. */
export async function beginErasure(db: Transaction, { personId }: Whose): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select begin_erasure(${personId}) as begun`.execute(db)
  return rows[0]?.begun ?? false
}
