/** Waivers of a draft: each with who and why, and when it ended. */
import type { Transaction } from '../../database/database.ts'
import type { Waiver } from './model/waiver.ts'

interface OfDraft {
  readonly draft: string
}

/** The newest first, ended ones too. */
export async function listWaivers(db: Transaction, { draft }: OfDraft): Promise<Waiver[]> {
  const rows = await db
    .selectFrom('draft_waiver')
    .where('draft_id', '=', draft)
    .orderBy('at', 'desc')
    .select(['id', 'code', 'target', 'quote', 'reason', 'by', 'at', 'ended_by', 'ended_at'])
    .execute()
  return rows.map(({ ended_by, ended_at, ...waiver }) => ({
    ...waiver,
    ended: ended_by === null || ended_at === null ? undefined : { by: ended_by, at: ended_at },
  }))
}

/** False where the finding is waived already. */
export async function insertWaiver(
  db: Transaction,
  { draft, ...waiver }: OfDraft & Omit<Waiver, 'at' | 'ended'>,
): Promise<boolean> {
  const made = await db
    .insertInto('draft_waiver')
    .values({ ...waiver, draft_id: draft })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** False where it ended before. */
export async function setWaiverEnded(
  db: Transaction,
  { draft, id, by, now }: OfDraft & { id: string; by: string; now: Date },
): Promise<boolean> {
  const set = await db
    .updateTable('draft_waiver')
    .set({ ended_by: by, ended_at: now })
    .where('id', '=', id)
    .where('draft_id', '=', draft)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}
