/** What another person would see of a holder's record, beside what is kept. */
import type { KeptRecord } from '../../../record-kind.ts'

export const eyesKinds = ['manager', 'issuer', 'other-employer', 'stranger', 'link'] as const
export type EyesKind = (typeof eyesKinds)[number]

/** With whose eyes a record is looked at. */
export interface Eyes {
  readonly kind: EyesKind
  /** Where they work, by slug; a holder with two jobs has two managers. */
  readonly at?: string | undefined
  /** "A manager at Merrowfell Hospitals NHS Trust". */
  readonly name: string
  /** Two words at the most, for the head of a column. */
  readonly short: string
}

export type Extent = 'nothing-kept' | 'none' | 'some' | 'all'

export interface SeenKind {
  readonly id: string
  readonly name: string
  readonly kept: number
  /** In the words that they would read. */
  readonly seen: readonly string[]
  readonly extent: Extent
}

/**
 * Only what the holder sees as well: what somebody else keeps to themselves about the holder, such
 * as an unfinished sign-off, is not told through a preview.
 */
export function compareSeen(
  kind: { readonly id: string; readonly name: string },
  own: readonly KeptRecord[],
  theirs: readonly KeptRecord[],
): SeenKind {
  const { id, name } = kind
  const keys = new Set(own.map(({ key }) => key))
  const seen = theirs.filter(({ key }) => keys.has(key)).map(({ words }) => words)
  return { id, name, kept: keys.size, seen, extent: extentOf(seen.length, keys.size) }
}

function extentOf(seen: number, kept: number): Extent {
  if (kept === 0) return 'nothing-kept'
  if (seen === 0) return 'none'
  return seen < kept ? 'some' : 'all'
}

export function isEyesKind(value: unknown): value is EyesKind {
  return eyesKinds.some((kind) => kind === value)
}

export const extentWords: Readonly<Record<Extent, string>> = {
  'nothing-kept': 'Nothing kept',
  none: 'Not seen',
  some: 'Some seen',
  all: 'Seen',
}

/** "a manager at …", inside a sentence. */
export function startLow(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
}
