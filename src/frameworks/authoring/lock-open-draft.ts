/** What every act on a draft asks first: that it is there for this person, and still open. */
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { getDraft, lockDraft } from './drafts-store.ts'
import { type Draft, isOpenDraft } from './model/draft.ts'

/** Throws NotFound for whoever has nothing to do with it, Conflict once it is closed. */
export async function getOpenDraft(db: Transaction, draft: string): Promise<Draft> {
  return open(await getDraft(db, { draft }))
}

/**
 * The same, and nobody else changes it until the transaction ends. The first lock of every act on a
 * draft: two that took theirs in another order would wait for one another.
 */
export async function lockOpenDraft(db: Transaction, draft: string): Promise<Draft> {
  try {
    return open(await lockDraft(db, { draft }))
  } catch (error) {
    // Who may read it and no longer write it, because it was closed, is told so.
    if (error instanceof NotFound) open(await getDraft(db, { draft }))
    throw error
  }
}

function open(draft: Draft): Draft {
  if (isOpenDraft(draft)) return draft
  throw new Conflict('This draft is closed. Nothing in it changes any more.')
}
