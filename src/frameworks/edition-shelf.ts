/** Editions kept in memory: published text never changes, and a draft is asked after each time. */

import type { Database } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import {
  type EditionHead,
  findEdition,
  findEditionHead,
  listEditions,
  type StoredEdition,
} from './frameworks-store.ts'

export interface EditionShelf {
  /** Throws NotFound. */
  readonly get: (ref: string) => Promise<StoredEdition>
  readonly list: () => Promise<readonly EditionHead[]>
  /** Something was published or withdrawn just now: every status is asked again. */
  readonly forget: () => void
}

/** How long a published edition is shown before its status (withdrawn?) is asked again, in ms. */
const freshFor = 10_000

export function editionShelf(db: Database, now: () => Date): EditionShelf {
  const shelf = new Map<string, { stored: StoredEdition; askedAt: number }>()

  async function get(ref: string): Promise<StoredEdition> {
    const held = shelf.get(ref)
    const time = now().getTime()
    if (held?.stored.status === 'published' && time - held.askedAt < freshFor) return held.stored
    const stored = held === undefined ? undefined : await refreshed(db, held.stored)
    const found = stored ?? (await findEdition(db, ref))
    if (found === undefined) throw new NotFound(`edition ${ref}`)
    shelf.set(ref, { stored: found, askedAt: time })
    return found
  }

  let listed: { heads: readonly EditionHead[]; askedAt: number } | undefined
  async function list(): Promise<readonly EditionHead[]> {
    const time = now().getTime()
    if (listed === undefined || time - listed.askedAt >= freshFor) {
      listed = { heads: await listEditions(db), askedAt: time }
    }
    return listed.heads
  }

  function forget(): void {
    listed = undefined
    for (const [ref, { stored }] of shelf) shelf.set(ref, { stored, askedAt: 0 })
  }

  return { get, list, forget }
}

/** The same edition with its status of now, or undefined when its text is another. */
async function refreshed(db: Database, held: StoredEdition): Promise<StoredEdition | undefined> {
  const head = await findEditionHead(db, held.ref)
  return head?.digest === held.digest
    ? { ...held, status: head.status, withdrawal: head.withdrawal }
    : undefined
}
