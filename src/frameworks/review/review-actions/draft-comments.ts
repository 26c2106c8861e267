/** Comments, replies, and whether a thread is settled. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import { NotFound } from '../../../errors.ts'
import { getThing } from '../../authoring/drafts-store.ts'
import { getOpenDraft } from '../../authoring/lock-open-draft.ts'
import * as store from '../comments-store.ts'
import type { DraftComment } from '../model/comment.ts'

/** `id` comes with the form: sent twice it is one comment. Throws NotFound, Conflict once it is closed. */
export function commentOnDraft(
  db: Database,
  person: Person,
  { draft, ...comment }: { draft: string; id: string; thing: string; words: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    await getOpenDraft(db, draft)
    await getThing(db, { draft, thing: comment.thing })
    await addComment(db, person, { draft, ...comment })
  })
}

/** Gives the thing that it is about. */
export function replyToComment(
  db: Database,
  person: Person,
  { draft, to, ...reply }: { draft: string; to: string; id: string; words: string },
): Promise<string> {
  return asActor(db, person, async (db) => {
    await getOpenDraft(db, draft)
    const { id: replyTo, thing } = await getThread(db, { draft, id: to })
    await addComment(db, person, { draft, ...reply, replyTo, thing })
    return thing
  })
}

async function addComment(
  db: Transaction,
  person: Person,
  comment: Pick<DraftComment, 'id' | 'thing' | 'words' | 'replyTo'> & { readonly draft: string },
): Promise<void> {
  const { draft, id } = comment
  if (!(await store.insertComment(db, { ...comment, by: person.id }))) return
  await recordEvent(db, person, 'draft.commented', `draft:${draft}`, { comment: id })
}

/** Gives the thing that it is about. Said again it stays as it is. */
export function setCommentState(
  db: Database,
  person: Person,
  { draft, id, state }: { draft: string; id: string; state: 'settled' | 'reopened' },
): Promise<string> {
  return asActor(db, person, async (db) => {
    await getOpenDraft(db, draft)
    const { thing } = await getThread(db, { draft, id })
    await store.insertCommentState(db, { comment: id, state, by: person.id })
    await recordEvent(db, person, `draft.comment-${state}`, `draft:${draft}`, { comment: id })
    return thing
  })
}

async function getThread(db: Transaction, thread: { readonly draft: string; readonly id: string }) {
  const found = await store.findThread(db, thread)
  if (found === undefined) throw new NotFound(`comment ${thread.id}`)
  return found
}
