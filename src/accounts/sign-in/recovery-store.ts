import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { RecoverySheet } from './model/recovery-sheet.ts'

export interface HashedCode {
  readonly finder: string
  readonly salt: Buffer
  readonly hash: Buffer
}

/** False where this very sheet was made before. */
export async function insertSheet(
  db: Transaction,
  { id, personId, now }: { readonly id: Buffer; readonly personId: string; readonly now: Date },
): Promise<boolean> {
  const inserted = await db
    .insertInto('recovery_sheet')
    .values({ id, person_id: personId, made_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The codes of a sheet; those of an earlier sheet open nothing any more. */
export async function replaceCodes(
  db: Transaction,
  {
    sheetId,
    personId,
    codes,
  }: {
    readonly sheetId: Buffer
    readonly personId: string
    readonly codes: readonly HashedCode[]
  },
): Promise<void> {
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  const rows = codes.map(({ finder, salt, hash }) => ({
    ...{ finder, sheet_id: sheetId, person_id: personId },
    ...{ salt, code_hash: hash, used_at: null },
  }))
  await db.insertInto('recovery_code').values(rows).execute()
}

/** The sheet that opens the account now. */
export async function findSheet(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<(RecoverySheet & { readonly id: Buffer }) | undefined> {
  return db
    .selectFrom('recovery_sheet')
    .innerJoin('recovery_code', 'sheet_id', 'recovery_sheet.id')
    .where('recovery_sheet.person_id', '=', personId)
    .groupBy(['recovery_sheet.id', 'made_at'])
    .select(['recovery_sheet.id', 'made_at as madeAt'])
    .select(sql<number>`count(*) filter (where used_at is null)::int`.as('left'))
    .executeTakeFirst()
}

/** A code that nobody used yet. Until the transaction ends, nobody else may use it. */
export async function findUnusedCode(
  db: Transaction,
  { finder }: { readonly finder: string },
): Promise<(HashedCode & { readonly personId: string }) | undefined> {
  return db
    .selectFrom('recovery_code')
    .where('finder', '=', finder)
    .where('used_at', 'is', null)
    .forUpdate()
    .select(['finder', 'salt', 'code_hash as hash', 'person_id as personId'])
    .executeTakeFirst()
}

export async function setCodeUsed(
  db: Transaction,
  { finder, now }: { readonly finder: string; readonly now: Date },
): Promise<void> {
  await db.updateTable('recovery_code').set({ used_at: now }).where('finder', '=', finder).execute()
}
