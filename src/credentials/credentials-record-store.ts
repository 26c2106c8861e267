/** How the keys of somebody who closed their account are erased. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Whose } from '../personal-record.ts'

export async function eraseCredentials(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_credentials(${personId})`.execute(db)
}
