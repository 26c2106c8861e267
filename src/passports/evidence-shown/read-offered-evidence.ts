import type { Transaction } from '../../database/database.ts'
import { listEntries } from '../entries/entries-store.ts'
import { listEvidence } from '../evidence/evidence-store.ts'
import { keepShowable, type OfferedEvidence, offerEvidence } from './model/offer-evidence.ts'

/** What a holder may show when they ask about these statements. */
export async function readOfferedEvidence(
  db: Transaction,
  { holderId, codes }: { readonly holderId: string; readonly codes: readonly string[] },
): Promise<OfferedEvidence> {
  const { held, entries } = await readHeldEvidence(db, holderId)
  return offerEvidence(held, { codes, entries })
}

/** Of what a holder chose, what was neither taken out nor made private meanwhile. */
export async function readShowable(
  db: Transaction,
  { holderId, chosen }: { readonly holderId: string; readonly chosen: readonly string[] },
): Promise<readonly string[]> {
  if (chosen.length === 0) return []
  const { held, entries } = await readHeldEvidence(db, holderId)
  return keepShowable(chosen, held, entries)
}

async function readHeldEvidence(db: Transaction, holderId: string) {
  const [held, entries] = await Promise.all([
    listEvidence(db, { holderId }),
    listEntries(db, { holderId }),
  ])
  return { held, entries }
}
