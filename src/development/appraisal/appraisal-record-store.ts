/** All that appraisals keep about one person, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export async function listAllAppraisals(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{
    id: string
    part: string
    at: Date
    sharedAt: Date | null
    meetingOn: string | null
    reviewOn: string | null
    agreedOn: string | null
  }>`
    select id, case when worker_id = ${personId} then 'worker' else 'supervisor' end as part, at,
      shared_at as "sharedAt", meeting_on as "meetingOn", review_on as "reviewOn",
      agreed_on as "agreedOn"
    from appraisal where ${personId} in (worker_id, supervisor_id) order by at`.execute(db)
  return rows
}

/** Of one's own appraisals all; of those of others what one wrote. */
export async function listAllAppraisalWords(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{
    appraisalId: string
    part: string
    own: boolean
    answers: object
    at: Date
  }>`
    select appraisal_id as "appraisalId", part, author_id = ${personId} as own, answers, written.at
    from appraisal_words written join appraisal held on held.id = appraisal_id
    where worker_id = ${personId} or author_id = ${personId} order by written.at`.execute(db)
  return rows
}

/** Each change of each thing in a plan. */
export async function listAllPlanItems(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{
    itemId: string
    words: string
    kind: string
    helper: string | null
    byOn: string | null
    state: string
    at: Date
  }>`
    select item_id as "itemId", words, kind, helper, by_on as "byOn", state, item.at
    from plan_item item join appraisal held on held.id = appraisal_id
    where worker_id = ${personId} or changed_by = ${personId} order by item.at`.execute(db)
  return rows
}
