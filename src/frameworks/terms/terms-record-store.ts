/** What one person did to the terms of drafts, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** By number of the draft: the words are in the draft. */
export async function listTermActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; draft: string; at: Date }>`
    select 'changed' as did, draft_id as draft, at from draft_term_change where by = ${personId}
    union all
    select 'put-back', draft_id, undone.at from draft_term_put_back undone
      join draft_term_change change on change.id = change_id where undone.by = ${personId}
    order by at`.execute(db)
  return rows
}
