/** What one person decided about successions, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export async function listFateActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; draft: string; statement: string | null; at: Date }>`
    select fate as did, draft_id as draft, from_code as statement, at
      from draft_fate where decided_by = ${personId}
    union all
    select 'day', draft_id, null, at from draft_reconfirm_by where decided_by = ${personId}
    order by at`.execute(db)
  return rows
}
