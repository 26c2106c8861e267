/** Rounds of review, what was answered in them, and approvals. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { DraftState } from '../authoring/model/draft.ts'
import type { Approval, GivenAnswer, ReviewRound, Written } from './model/review.ts'

interface OfDraft {
  readonly draft: string
}

/** The newest first. */
export async function listRounds(db: Transaction, { draft }: OfDraft): Promise<ReviewRound[]> {
  const rows = await db
    .selectFrom('draft_review')
    .where('draft_id', '=', draft)
    .orderBy('round', 'desc')
    .select(['round', 'revision', 'message', 'asked_by as askedBy', 'asked_at as askedAt'])
    .execute()
  return rows.map(({ message, ...round }) => ({ ...round, message: message ?? undefined }))
}

export async function listAnswers(db: Transaction, { draft }: OfDraft): Promise<GivenAnswer[]> {
  const rows = await db
    .selectFrom('draft_review_answer')
    .where('draft_id', '=', draft)
    .orderBy('number')
    .select(['round', 'revision', 'answer', 'reason', 'by', 'at'])
    .execute()
  return rows.map(({ reason, ...answer }) => ({ ...answer, reason: reason ?? undefined }))
}

/** Of those who may give one today. */
export async function listApprovals(db: Transaction, { draft }: OfDraft): Promise<Approval[]> {
  return db
    .selectFrom('draft_approval')
    .where('draft_id', '=', draft)
    .where('by', 'in', sql<string>`(select stewards_of_draft(${draft}))`)
    .orderBy('at')
    .select(['revision', 'version', 'by', 'at'])
    .execute()
}

/** Who wrote, decided or waived anything in it, and when something in it was waived last. */
export async function findWritten(db: Transaction, { draft }: OfDraft): Promise<Written> {
  const { rows } = await sql<{ writers: string[] | null; waived: Date | null }>`
    select array(select begun_by from draft where id = ${draft}
        union select by from draft_change where draft_id = ${draft}
        union select decided_by from draft_fate where draft_id = ${draft}
        union select decided_by from draft_reconfirm_by where draft_id = ${draft}
        union select by from draft_waiver where draft_id = ${draft}
        union select ended_by from draft_waiver
          where draft_id = ${draft} and ended_by is not null) as writers,
      (select max(at) from draft_waiver where draft_id = ${draft}) as waived`.execute(db)
  const [row] = rows
  return { writers: new Set(row?.writers ?? []), lastWaived: row?.waived ?? undefined }
}

export async function insertRound(
  db: Transaction,
  { draft, askedBy, message, ...round }: OfDraft & Omit<ReviewRound, 'askedAt'>,
): Promise<void> {
  await db
    .insertInto('draft_review')
    .values({ ...round, draft_id: draft, asked_by: askedBy, message: message ?? null })
    .execute()
}

export async function insertAnswer(
  db: Transaction,
  { draft, reason, ...answer }: OfDraft & Omit<GivenAnswer, 'at'>,
): Promise<void> {
  await db
    .insertInto('draft_review_answer')
    .values({ ...answer, draft_id: draft, reason: reason ?? null })
    .execute()
}

/** False where they approved this already. */
export async function insertApproval(
  db: Transaction,
  { draft, ...approval }: OfDraft & Omit<Approval, 'at'>,
): Promise<boolean> {
  const made = await db
    .insertInto('draft_approval')
    .values({ ...approval, draft_id: draft })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** The database refuses "approved" and "published" where they are not so. */
export async function setDraftState(
  db: Transaction,
  { draft, state }: OfDraft & { readonly state: DraftState },
): Promise<void> {
  await db.updateTable('draft').set({ state }).where('id', '=', draft).execute()
}
