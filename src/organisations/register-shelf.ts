/** Histories that were asked for lately, so that verifying many credentials asks once. */
import type { Database } from '../database/database.ts'
import { findHistories } from './histories-store.ts'
import type { Histories } from './model/organisation-history.ts'

interface Kept {
  readonly histories: Histories
  readonly readAt: number
}

const shelves = new WeakMap<Database, Map<string, Kept>>()
const mostKept = 5000
/** Another process may have changed the register; this one forgets at once. */
const longestKept = 60_000

export async function keptHistories(db: Database, slug: string): Promise<Histories> {
  const known = freshHistories(db, slug)
  if (known !== undefined) return known
  const shelf = shelfOf(db)
  const histories = await findHistories(db, slug)
  if (shelf.size >= mostKept) shelf.clear()
  shelf.set(slug, { histories, readAt: Date.now() })
  return histories
}

function freshHistories(db: Database, slug: string): Histories | undefined {
  const kept = shelfOf(db).get(slug)
  return kept && Date.now() - kept.readAt < longestKept ? kept.histories : undefined
}

/** After a change of the register: one organisation may stand in the histories of many. */
export function forgetHistories(db: Database): void {
  shelves.delete(db)
}

function shelfOf(db: Database): Map<string, Kept> {
  const shelf = shelves.get(db) ?? new Map<string, Kept>()
  shelves.set(db, shelf)
  return shelf
}
