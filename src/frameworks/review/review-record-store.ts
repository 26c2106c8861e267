/** What one person did in the review of drafts, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** By number of the draft, or by name of the edition. */
export async function listReviewActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; of: string; words: string | null; at: Date }>`
    select 'asked-somebody' as did, draft_id::text as of, role as words, asked_at as at
      from draft_invitation where asked_by = ${personId}
    union all
    select state, comment_id::text, null, at from draft_comment_state where by = ${personId}
    union all
    select 'waived', draft_id::text, reason, at from draft_waiver where by = ${personId}
    union all
    select 'ended-waiver', draft_id::text, null, ended_at from draft_waiver
      where ended_by = ${personId}
    union all
    select 'sent-for-review', draft_id::text, message, asked_at from draft_review
      where asked_by = ${personId}
    union all
    select answer, draft_id::text, reason, at from draft_review_answer where by = ${personId}
    union all
    select 'approved', draft_id::text, null, at from draft_approval where by = ${personId}
    union all
    select 'withdrew', edition, reason, at from edition_withdrawal where by = ${personId}
    order by at`.execute(db)
  return rows
}

export async function listOwnComments(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('draft_comment')
    .where('by', '=', personId)
    .orderBy('at')
    .select(['draft_id as draft', 'thing', 'words', 'at'])
    .execute()
}
