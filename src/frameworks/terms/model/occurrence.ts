/** A place where an old term stands, and what would stand there. */
import type { Target, TermChange } from '../../model/amendment.ts'
import type { GlossaryEntry, PreferredTerm } from '../../model/framework.ts'

/** Forms of the old term and of the new one, in lower case: "competencies", "capabilities". */
export type TermPairs = TermChange['words']

export const keepReasons = [
  'proper-name',
  'quotation',
  'spoken-of',
  'delegation',
  'joined-word',
  'other-meaning',
  'explained-already',
] as const
/** Why the machine thinks that these words should stay. A person decides. */
export type KeepReason = (typeof keepReasons)[number]

export const keepWords: Readonly<Record<KeepReason, string>> = {
  'proper-name': 'It looks like part of a name',
  quotation: 'It stands in a quotation',
  'spoken-of': 'The text speaks of the word itself',
  delegation: 'Delegation has its own words, and this is one of them',
  'joined-word': 'It is joined to another word',
  'other-meaning': 'Here the word seems to mean something else',
  'explained-already': 'The glossary explains the new term already',
}

export interface Occurrence {
  readonly target: Target
  /** UTF-16 offset in the text that stands there. */
  readonly start: number
  readonly before: string
  readonly after: string
  readonly keep?: KeepReason | undefined
}

export interface DecidedOccurrence extends Occurrence {
  readonly decision: 'changed' | 'kept'
  readonly reason?: string | undefined
}

/** What stood in a text and what stands there since. The target is the one of afterwards. */
export interface ChangedText {
  readonly target: Target
  readonly before: string
  readonly after: string
}

/** A glossary entry or a preferred term put in, or changed. */
export type EntryChange =
  | { readonly list: 'glossary'; readonly before?: GlossaryEntry; readonly after: GlossaryEntry }
  | { readonly list: 'terms'; readonly before?: PreferredTerm; readonly after: PreferredTerm }

/** What one change did: enough to undo it and nothing else. */
export interface AppliedTermChange {
  readonly words: TermPairs
  readonly occurrences: readonly DecidedOccurrence[]
  readonly texts: readonly ChangedText[]
  readonly entries: readonly EntryChange[]
}

/** A change whose words stand no longer as it left them. */
export interface LeftBehind {
  readonly target: Target
  /** What it had put there. */
  readonly words: string
}
