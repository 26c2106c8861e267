import { createHash } from 'node:crypto'
import type { Job } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import { Conflict } from '../errors.ts'
import type { EditionContent } from './frameworks-content.ts'
import { findEditionHead, insertEdition, removeDraftEdition } from './frameworks-store.ts'
import { editionRef } from './model/framework.ts'

const loader: Job = { kind: 'job', name: 'load-content' }

export async function loadFrameworks(
  db: Database,
  contents: readonly EditionContent[],
): Promise<void> {
  for (const content of contents) await loadEdition(db, content)
}

/**
 * Loads one edition in one transaction. A draft takes the place of the draft before it; a
 * published edition that differs is refused and nothing changes.
 */
export function loadEdition(
  db: Database,
  { edition, derivation }: EditionContent,
): Promise<'loaded' | 'unchanged'> {
  const ref = editionRef(edition)
  const digest = digestOf({ edition, derivation })
  return asActor(db, loader, async (db) => {
    const head = await findEditionHead(db, ref)
    if (head?.digest === digest) return 'unchanged'
    if (head?.status === 'published' || head?.status === 'withdrawn') {
      throw new Conflict(`${ref} is published and its files now differ: make a new edition`)
    }
    if (head !== undefined) await removeDraftEdition(db, ref)
    await insertEdition(db, edition, { digest, derivation })
    await recordEvent(db, loader, 'edition.loaded', `edition:${ref}`, { digest })
    return 'loaded'
  })
}

function digestOf(content: EditionContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
