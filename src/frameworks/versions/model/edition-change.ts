/** What differs between two editions, thing by thing. */
import type { Area, Passage } from './passage.ts'

export const changeKinds = [
  'reworded',
  'details',
  'moved',
  'split',
  'merged',
  'added',
  'retired',
] as const
/**
 * `details`: the same words, for others or elsewhere. `moved`: under another number, reworded or
 * not. `split` and `merged` are what the words suggest, and no more.
 */
export type ChangeKind = (typeof changeKinds)[number]

/** One text or detail that differs: empty where it was not there. */
export interface Difference {
  readonly name: string
  readonly before: string
  readonly after: string
  /** Names, a line each, in place of sentences. */
  readonly isList?: boolean | undefined
}

export interface EditionChange {
  readonly kind: ChangeKind
  /** None for what was added; several for what merged. */
  readonly before: readonly Passage[]
  /** None for what was retired; several for what split. */
  readonly after: readonly Passage[]
  /** Where one became one: what of it differs. */
  readonly differences: readonly Difference[]
}

export interface Comparison {
  /** In reading order of the later edition. */
  readonly changes: readonly EditionChange[]
  /** Word for word the same, in both. */
  readonly unchanged: readonly { readonly before: Passage; readonly after: Passage }[]
}

/** Where people look for it: where it stands now, and where it stood. */
export function areasOf({ before, after }: EditionChange): Area[] {
  return [...new Set([...after, ...before].map(({ area }) => area))]
}
