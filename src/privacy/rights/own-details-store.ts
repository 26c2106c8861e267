import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'
import type { OwnDetails } from './model/own-details.ts'

export async function getOwnDetails(db: Transaction, { personId }: Whose): Promise<OwnDetails> {
  const row = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .select(['name', 'level', 'profession'])
    .executeTakeFirstOrThrow()
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
