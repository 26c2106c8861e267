/** Comments on the things of a draft: added to, never changed. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { DraftComment } from './model/comment.ts'

interface OfDraft {
  readonly draft: string
}

/** Of the whole draft, or of one thing in it, with the replies. */
export async function listComments(
  db: Transaction,
  { draft, thing }: OfDraft & { readonly thing?: string | undefined },
): Promise<DraftComment[]> {
  const rows = await db
    .selectFrom('draft_comment')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('draft_comment_state')
          .whereRef('comment_id', '=', 'draft_comment.id')
          .orderBy('number', 'desc')
          .limit(1)
          .select(['state', 'by as set_by', 'at as set_at'])
          .as('latest'),
      (join) => join.onTrue(),
    )
    .where('draft_id', '=', draft)
    .$if(thing !== undefined, (query) => query.where('thing', '=', thing ?? ''))
    .orderBy('draft_comment.at')
    .select(['draft_comment.id', 'thing', 'reply_to', 'words', 'draft_comment.by'])
    .select(['draft_comment.at', 'state', 'set_by', 'set_at'])
    .execute()
  return rows.map(({ reply_to, state, set_by, set_at, ...comment }) => ({
    ...comment,
    replyTo: reply_to ?? undefined,
    settled:
      state === 'settled' && set_by !== null && set_at !== null
        ? { by: set_by, at: set_at }
        : undefined,
  }))
}

/** How many threads nobody has settled, by thing. */
export async function countOpenComments(
  db: Transaction,
  { draft }: OfDraft,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('draft_comment')
    .where('draft_id', '=', draft)
    .where('reply_to', 'is', null)
    .where(
      sql<boolean>`coalesce((select state from draft_comment_state
        where comment_id = draft_comment.id order by number desc limit 1), 'open') <> 'settled'`,
    )
    .groupBy('thing')
    .select(['thing', sql<number>`count(*)::integer`.as('open')])
    .execute()
  return new Map(rows.map(({ thing, open }) => [thing, open]))
}

/** A comment that can be answered and settled: no reply. */
export async function findThread(
  db: Transaction,
  { draft, id }: OfDraft & { readonly id: string },
): Promise<Pick<DraftComment, 'id' | 'thing'> | undefined> {
  return db
    .selectFrom('draft_comment')
    .where('id', '=', id)
    .where('draft_id', '=', draft)
    .where('reply_to', 'is', null)
    .select(['id', 'thing'])
    .executeTakeFirst()
}

export interface NewComment {
  readonly id: string
  readonly thing: string
  readonly replyTo?: string | undefined
  readonly words: string
  readonly by: string
}

/** False where it was sent before. */
export async function insertComment(
  db: Transaction,
  { draft, replyTo, ...comment }: OfDraft & NewComment,
): Promise<boolean> {
  const made = await db
    .insertInto('draft_comment')
    .values({ ...comment, draft_id: draft, reply_to: replyTo ?? null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function insertCommentState(
  db: Transaction,
  state: { readonly comment: string; readonly state: 'settled' | 'reopened'; readonly by: string },
): Promise<void> {
  const { comment, ...said } = state
  await db
    .insertInto('draft_comment_state')
    .values({ ...said, comment_id: comment })
    .execute()
}
