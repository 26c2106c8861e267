/** The SQL of changes of terms. Row-level security shows them to those who work on their draft. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { AppliedTermChange, LeftBehind, TermPairs } from './model/occurrence.ts'

interface OfDraft {
  readonly draft: string
}

export async function insertTermChange(
  db: Transaction,
  { draft, by, id }: OfDraft & { readonly by: string; readonly id: string },
  { words, occurrences, texts, entries }: AppliedTermChange,
): Promise<void> {
  await db
    .insertInto('draft_term_change')
    .values({
      ...{ id, draft_id: draft, by, words: JSON.stringify(words) },
      ...{ occurrences: JSON.stringify(occurrences), texts: JSON.stringify(texts) },
      entries: JSON.stringify(entries),
    })
    .execute()
}

export interface PutBack {
  readonly by: string
  readonly at: Date
  readonly left: readonly LeftBehind[]
}

interface PastTermChange {
  readonly id: string
  readonly words: TermPairs
  readonly changed: number
  readonly kept: number
  /** Person's id. */
  readonly by: string
  readonly at: Date
  readonly putBack?: PutBack | undefined
}

/** The newest first. */
export async function listTermChanges(
  db: Transaction,
  { draft }: OfDraft,
): Promise<PastTermChange[]> {
  const decided = (decision: 'changed' | 'kept') =>
    sql<number>`jsonb_array_length(jsonb_path_query_array(
      occurrences, '$[*] ? (@.decision == $decision)', ${JSON.stringify({ decision })}::jsonb))`
  const rows = await changesOf(db, draft)
    .select([decided('changed').as('changed'), decided('kept').as('kept'), 'words'])
    .orderBy('draft_term_change.at', 'desc')
    .execute()
  return rows.map(({ undone_by, undone_at, left_behind, ...row }) => ({
    ...row,
    putBack: putBackOf({ undone_by, undone_at, left_behind }),
  }))
}

export interface HeldTermChange extends AppliedTermChange {
  readonly id: string
  readonly by: string
  readonly at: Date
  readonly putBack?: PutBack | undefined
}

/** Throws NotFound. */
export async function getTermChange(
  db: Transaction,
  { draft, change }: OfDraft & { readonly change: string },
): Promise<HeldTermChange> {
  const row = await changesOf(db, draft)
    .where('id', '=', change)
    .select(['words', 'occurrences', 'texts', 'entries'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`change of terms ${change}`)
  const { undone_by, undone_at, left_behind, ...held } = row
  return { ...held, putBack: putBackOf({ undone_by, undone_at, left_behind }) }
}

function changesOf(db: Transaction, draft: string) {
  return db
    .selectFrom('draft_term_change')
    .leftJoin('draft_term_put_back as undone', 'undone.change_id', 'id')
    .where('draft_id', '=', draft)
    .select(['id', 'draft_term_change.by', 'draft_term_change.at'])
    .select(['undone.by as undone_by', 'undone.at as undone_at', 'left_behind'])
}

function putBackOf(row: {
  readonly undone_by: string | null
  readonly undone_at: Date | null
  readonly left_behind: readonly LeftBehind[] | null
}): PutBack | undefined {
  if (row.undone_by === null || row.undone_at === null) return undefined
  return { by: row.undone_by, at: row.undone_at, left: row.left_behind ?? [] }
}

/** False where somebody put it back already. */
export async function insertTermPutBack(
  db: Transaction,
  { change, by }: { readonly change: string; readonly by: string },
  left: readonly LeftBehind[],
): Promise<boolean> {
  const made = await db
    .insertInto('draft_term_put_back')
    .values({ change_id: change, by, left_behind: JSON.stringify(left) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
