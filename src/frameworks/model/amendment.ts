/** One change to an edition, kept so that it can be done and undone. */
import type {
  GlossaryEntry,
  PartSection,
  PreferredTerm,
  Requires,
  Section,
  Statement,
  Variant,
} from './framework.ts'

/**
 * What a change or an anchor points at: `edition/title`, `statement/7.1-intermediate/text`,
 * `part/how-to-use/points/2`, `role/physiotherapy/entry/support-worker`, `glossary/equity/meaning`.
 */
export type Target = `${TargetKind}/${string}`

export const targetKinds = [
  'edition',
  'level',
  'pillar',
  'part',
  'domain',
  'section',
  'statement',
  'role',
  'glossary',
  'term',
] as const
type TargetKind = (typeof targetKinds)[number]

/** Replaces a range of one text: `before` stands in it exactly once, `after` exactly once afterwards. */
export interface Replacement {
  readonly kind: 'replace'
  readonly target: Target
  readonly before: string
  readonly after: string
}

export type Insertable =
  | Statement
  | Section
  | PartSection
  | GlossaryEntry
  | PreferredTerm
  | Variant
  | { readonly text: string }

/** Puts in or takes out a whole thing. A member of a list (a point, a variant) has its place in the target. */
export interface Insertion {
  readonly kind: 'insert' | 'delete'
  readonly target: Target
  readonly value: Insertable
  /** The neighbour after which it stands; absent means first. Not used for a member of a list. */
  readonly after?: Target | undefined
}

/** `null` stands for a field that is absent. */
type FieldValue = string | readonly string[] | readonly Variant[] | Requires | boolean | null

/** Replaces a whole field, such as the parties of a statement. */
export interface FieldChange {
  readonly kind: 'set'
  readonly target: Target
  readonly before: FieldValue
  readonly after: FieldValue
}

interface WordPair {
  readonly before: string
  readonly after: string
}

/** A change of term: whole words, everywhere in each text named. */
export interface TermChange {
  readonly kind: 'term'
  readonly words: readonly WordPair[]
  readonly occurrences: readonly Target[]
}

export type Change = Replacement | Insertion | FieldChange | TermChange

export interface Amendment {
  /** `a-001` and up, once in an edition's amendments. */
  readonly id: string
  /** Requirements that the change meets, such as R40. */
  readonly requirements: readonly string[]
  /** The page of the consulted layout on which it falls. */
  readonly page?: number | undefined
  readonly reason: string
  /** Points of a consultation that asked for it (R51). */
  readonly sources: readonly string[]
  readonly change: Change
}

/** The same change the other way round. */
export function invertChange(change: Change): Change {
  switch (change.kind) {
    case 'replace':
    case 'set':
      return swapped(change)
    case 'insert':
      return { ...change, kind: 'delete' }
    case 'delete':
      return { ...change, kind: 'insert' }
    case 'term':
      return { ...change, words: change.words.map(swapped) }
  }
}

function swapped<T extends { readonly before: unknown; readonly after: unknown }>(pair: T): T {
  return { ...pair, before: pair.after, after: pair.before }
}

/** The words by which a glossary entry or a preferred term is named in a target. */
export function targetSlug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
