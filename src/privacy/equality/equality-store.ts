/**
 * The one way to equality answers: as whoever acts in this transaction, and never as anybody who is
 * named. A preview, a colleague or a steward that asks finds their own.
 */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EqualityKey } from './equality-key.ts'

/** Whether answers here were sealed with this key; undefined before anybody has answered. */
export async function isKeyInUse(db: Transaction, key: EqualityKey): Promise<boolean | undefined> {
  const row = await db.selectFrom('equality_key').select('fingerprint').executeTakeFirst()
  return row?.fingerprint.equals(key.fingerprint)
}

/** The first to answer says which key it is; a second key changes nothing. */
export async function insertKeyInUse(db: Transaction, key: EqualityKey): Promise<void> {
  await db
    .insertInto('equality_key')
    .values({ fingerprint: key.fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function findOwnSealed(
  db: Transaction,
  key: EqualityKey,
): Promise<string | undefined> {
  const pseudonym = await findOwnName(db, key)
  if (pseudonym === undefined) return undefined
  const row = await db
    .selectFrom('equality_answer')
    .where('pseudonym', '=', pseudonym)
    .select('sealed')
    .executeTakeFirst()
  return row && key.unseal(row.sealed, pseudonym)
}

export async function setOwnSealed(
  db: Transaction,
  key: EqualityKey,
  words: string,
): Promise<void> {
  const pseudonym = await getOwnName(db, key)
  const sealed = key.seal(words, pseudonym)
  await db
    .insertInto('equality_answer')
    .values({ pseudonym, sealed })
    .onConflict((conflict) => conflict.column('pseudonym').doUpdateSet({ sealed }))
    .execute()
}

export async function removeOwn(db: Transaction, key: EqualityKey): Promise<void> {
  const pseudonym = await getOwnName(db, key)
  await db.deleteFrom('equality_answer').where('pseudonym', '=', pseudonym).execute()
}

/** For an account that is due to be erased: the database refuses it for any other. */
export async function removeErased(
  db: Transaction,
  key: EqualityKey,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select require_erasure(${personId})`.execute(db)
  const pseudonym = key.pseudonymOf(personId)
  await name(db, pseudonym)
  await db.deleteFrom('equality_answer').where('pseudonym', '=', pseudonym).execute()
}

/** Throws NotFound where nobody acts who could answer. */
async function getOwnName(db: Transaction, key: EqualityKey): Promise<Buffer> {
  const pseudonym = await findOwnName(db, key)
  if (pseudonym === undefined) throw new NotFound('equality answers of nobody')
  return pseudonym
}

async function findOwnName(db: Transaction, key: EqualityKey): Promise<Buffer | undefined> {
  const { rows } = await sql<{ id: string | null }>`select actor_id() as id`.execute(db)
  const id = rows[0]?.id
  if (!id) return undefined
  const pseudonym = key.pseudonymOf(id)
  await name(db, pseudonym)
  return pseudonym
}

/** Row-level security reads it, until the transaction ends. */
async function name(db: Transaction, pseudonym: Buffer): Promise<void> {
  const hex = pseudonym.toString('hex')
  await sql`select set_config('app.equality_pseudonym', ${hex}, true)`.execute(db)
}
