import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Whose } from '../../personal-record.ts'
import type { OwnDetails } from './model/own-details.ts'

export async function getOwnDetails(db: Transaction, { personId }: Whose): Promise<OwnDetails> {
  const details = sql<{ name: string; level: string | null; profession: string | null }>`
    select name, level, profession from own_account(${personId})`
  const [row] = (await details.execute(db)).rows
  if (row === undefined) throw new NotFound('an account of somebody else')
  return {
    name: row.name,
    level: row.level ?? undefined,
    profession: row.profession ?? undefined,
  }
}

/** The database keeps the name of before, and says that the check of an identity was of that one. */
export async function setOwnDetails(
  db: Transaction,
  { personId }: Whose,
  { name, level, profession }: OwnDetails,
): Promise<void> {
  await db
    .updateTable('person')
    .where('id', '=', personId)
    .set({ name, level: level ?? null, profession: profession ?? null })
    .execute()
}
