/** What one person decided on mappings, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** By number, kind and day: what it says is public. */
export async function listMappingActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; mapping: string; at: Date }>`
    select 'decided' as did, id as mapping, at from mapping where decided_by = ${personId}
    union all
    select outcome, mapping_id, at from mapping_answer where answered_by = ${personId}
    union all
    select outcome, mapping_id, at from mapping_approval where approved_by = ${personId}
    order by at`.execute(db)
  return rows
}
