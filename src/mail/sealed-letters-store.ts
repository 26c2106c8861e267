/** The SQL of letters that wait, sealed, in the table of jobs: also those that failed and may be tried again. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

export interface SealedLetter {
  readonly id: string
  readonly sealed: string
}

/** Locked until the transaction ends, so that none is sent meanwhile. */
export async function listSealedLetters(db: Transaction): Promise<SealedLetter[]> {
  const { rows } = await sql<SealedLetter>`
    select id::text as id, data ->> 'sealed' as sealed from pgboss.job
    where name = 'send-letter' and data ->> 'sealed' is not null
    for update`.execute(db)
  return rows
}

export async function setSealedLetter(
  db: Transaction,
  { id, sealed }: SealedLetter,
): Promise<void> {
  await sql`
    update pgboss.job set data = jsonb_build_object('sealed', ${sealed}::text)
    where name = 'send-letter' and id = ${id}::uuid`.execute(db)
}
