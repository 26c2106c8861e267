import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Whose } from '../personal-record.ts'

export async function erasePrivacy(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_privacy(${personId})`.execute(db)
}

type Ending = 'end_viewings' | 'end_export_copies' | 'end_rights_requests' | 'end_closed_accounts'

/** The database's own function, which removes what began before a moment and counts it. */
export function ending(name: Ending) {
  return async (db: Transaction, before: Date): Promise<number> => {
    const asked = sql<{ gone: string }>`select ${sql.ref(name)}(${before}) as gone`
    const { rows } = await asked.execute(db)
    return Number(rows[0]?.gone ?? 0)
  }
}
