/** What stewards decided became of the statements of a draft's base. The last decision counts. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { FateDecision } from './model/fate-decision.ts'
import { lineOf, rowOf } from './succession-rows.ts'

interface OfDraft {
  readonly draft: string
}

/** The one that counts for each statement. */
export async function listFates(db: Transaction, { draft }: OfDraft): Promise<FateDecision[]> {
  const rows = await db
    .selectFrom('draft_fate')
    .where('draft_id', '=', draft)
    .distinctOn('from_code')
    .orderBy('from_code')
    .orderBy('number', 'desc')
    .select(['from_code', 'fate', 'to_codes', 'reason', 'number', 'texts_digest'])
    .select(['decided_by as by', 'at'])
    .execute()
  return rows.map(({ number, by, at, texts_digest: digest, ...line }) => ({
    ...{ ...lineOf(line), number, by, at, digest },
  }))
}

/** How many were kept: none of those on which somebody else decided at the same moment. */
export async function insertFates(
  db: Transaction,
  { draft, by }: OfDraft & { readonly by: string },
  fates: readonly Omit<FateDecision, 'by' | 'at'>[],
): Promise<number> {
  if (fates.length === 0) return 0
  const rows = fates.map(({ number, digest, ...line }) => ({
    ...{ draft_id: draft, ...rowOf(line), number, texts_digest: digest, decided_by: by },
  }))
  let kept = 0n
  for (let at = 0; at < rows.length; at += atOnce) {
    const made = await db
      .insertInto('draft_fate')
      .values(rows.slice(at, at + atOnce))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    kept += made.numInsertedOrUpdatedRows ?? 0n
  }
  return Number(kept)
}

/** PostgreSQL takes 65,535 values in one statement. */
const atOnce = 5000

/** Undefined where nobody chose a day. */
export async function findReconfirmBy(
  db: Transaction,
  { draft }: OfDraft,
): Promise<{ readonly number: number; readonly day: string } | undefined> {
  return db
    .selectFrom('draft_reconfirm_by')
    .where('draft_id', '=', draft)
    .orderBy('number', 'desc')
    .limit(1)
    .select(['number', 'reconfirm_by as day'])
    .executeTakeFirst()
}

/** The last one counts. */
export async function insertReconfirmBy(
  db: Transaction,
  { draft, by, day }: OfDraft & { readonly by: string; readonly day: string },
): Promise<void> {
  const number = sql<number>`(select coalesce(max(number), 0) + 1
    from draft_reconfirm_by held where held.draft_id = ${draft})`
  await db
    .insertInto('draft_reconfirm_by')
    .values({ draft_id: draft, number, reconfirm_by: day, decided_by: by })
    .execute()
}
