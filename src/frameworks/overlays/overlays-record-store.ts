/** What one person did to overlays, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** By number: what it says is public once it is published. */
export async function listOverlayActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; overlay: string; at: Date }>`
    select 'begun' as did, id as overlay, begun_at as at from framework_overlay where begun_by = ${personId}
    union all
    select 'published', overlay_id, published_at from overlay_version
      where published_by = ${personId}
    union all
    select 'withdrawn', overlay_id, withdrawn_at from overlay_withdrawal
      where withdrawn_by = ${personId}
    order by at`.execute(db)
  return rows
}
