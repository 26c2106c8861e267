import { type Evidence, mayBeOpenedByOthers } from '../../evidence/model/evidence.ts'
import type { Entry } from '../../model/entry.ts'

type OfEntry = Pick<Entry, 'id' | 'private' | 'codes'>

export interface OfferedEvidence {
  /** What its holder may show. */
  readonly evidence: readonly Evidence[]
  /** How many files of it nobody but the holder may open. */
  readonly notScanned: number
}

/** What is about some statements, and of no entry that is the holder's alone. */
export function offerEvidence(
  held: readonly Evidence[],
  { codes, entries }: { readonly codes: readonly string[]; readonly entries: readonly OfEntry[] },
): OfferedEvidence {
  const counted = entries.filter((entry) => entry.codes.some((code) => codes.includes(code)))
  const about = notPrivate(held, counted).filter(
    ({ about }) => 'entryId' in about || codes.includes(about.code),
  )
  const evidence = about.filter(mayBeOpenedByOthers)
  return { evidence, notScanned: about.length - evidence.length }
}

/** Which of these ids may still be shown, when it comes to it. */
export function keepShowable(
  chosen: readonly string[],
  held: readonly Evidence[],
  entries: readonly OfEntry[],
): readonly string[] {
  const showable = notPrivate(held, entries).filter(mayBeOpenedByOthers)
  return chosen.filter((chosen) => showable.some(({ id }) => id === chosen))
}

function notPrivate(held: readonly Evidence[], entries: readonly OfEntry[]): readonly Evidence[] {
  const open = new Set(entries.filter((one) => !one.private).map(({ id }) => id))
  return held.filter(({ about }) => !('entryId' in about) || open.has(about.entryId))
}
