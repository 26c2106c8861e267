/** What one person did to drafts, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** By number of the draft: what was written is in the draft. */
export async function listDraftActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; draft: string; thing: string | null; at: Date }>`
    select 'begun' as did, id as draft, null as thing, begun_at as at
      from draft where begun_by = ${personId}
    union all
    select 'asked', draft_id, null, asked_at from draft_person where asked_by = ${personId}
    union all
    select 'joined', draft_id, role, asked_at from draft_person where person_id = ${personId}
    union all
    select act, draft_id, thing, at from draft_change where by = ${personId}
    order by at`.execute(db)
  return rows
}
