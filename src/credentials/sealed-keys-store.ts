/** The SQL of every sealed key, as `job:rotate-keys` alone. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

export const sealedKinds = ['issuer', 'holder', 'audit', 'evidence'] as const
export type SealedKind = (typeof sealedKinds)[number]

export interface SealedKey {
  readonly kind: SealedKind
  readonly id: string
  readonly sealed: Buffer
}

/** Until the transaction ends, nobody makes a key. */
export async function lockSealedKeys(db: Transaction): Promise<void> {
  await sql`select lock_sealed_keys()`.execute(db)
}

export async function listSealedKeys(
  db: Transaction,
  page: { readonly kind: SealedKind; readonly after: string; readonly limit: number },
): Promise<SealedKey[]> {
  const { kind, after, limit } = page
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select id, sealed from list_sealed_keys(${kind}, ${after}, ${limit})`.execute(db)
  return rows.map((row) => ({ kind, ...row }))
}

export async function setSealedKey(
  db: Transaction,
  { kind, id, sealed }: SealedKey,
): Promise<void> {
  await sql`select reseal_key(${kind}, ${id}, ${sealed})`.execute(db)
}
