/** How an overlay goes with an edition that may be newer than the one it was written for. */
import type { Database, Transaction } from '../../database/database.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import type { StoredEdition } from '../frameworks-store.ts'
import { listSuccessions } from '../versions/successions-store.ts'
import { type Fit, fitOverlay } from './model/fit-overlay.ts'
import type { OverlayContent } from './model/overlay.ts'

/** Carries what was written for one edition (its `slug/version`) to another. */
export async function fitterTo(
  db: Database | Transaction,
  shelf: EditionShelf,
  ref: string,
  to: StoredEdition,
): Promise<(content: OverlayContent) => Fit> {
  if (ref === to.ref) {
    return (content) => ({
      ...{ content, anew: [], fits: content.statements.length + content.cells.length },
    })
  }
  const from = await shelf.get(ref)
  const successions = await listSuccessions(db)
  const succession = successions.find((one) => one.from === ref && one.to === to.ref)
  return (content) => fitOverlay(content, { from: from.edition, to: to.edition, succession })
}
