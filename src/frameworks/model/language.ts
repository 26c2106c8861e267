/** What the checks know of words, besides the edition's own list. It comes in as a value. */
import type { Exemptions } from '../../language/exempt-ranges.ts'
import type { Spelling } from '../../language/spelling.ts'
import type { FrameworkRules } from './checks/framework-rules.ts'
import type { Severity } from './wording-finding.ts'

/** The rules that have word lists: each is one check. */
export const wordRules = [
  'term-variant',
  'competency',
  'doing-for',
  'caution-word',
  'plain-word',
  'organisation-name',
] as const
export type WordRule = (typeof wordRules)[number]

/** Whom a place of the framework speaks to, or for: whose list comes first there. */
export const wordAudiences = ['profession', 'workforce', 'public'] as const
export type WordAudience = (typeof wordAudiences)[number]

export interface ListedWords {
  readonly insteadOf: readonly string[]
  /** Each could take the place of the word; none where the sentence has to be written anew. */
  readonly use: readonly string[]
  /** Left out where the list's own reason says enough. */
  readonly because?: string | undefined
  readonly severity?: Severity | undefined
}

export interface WordList {
  readonly rule: WordRule
  readonly owner: string
  readonly audience: readonly WordAudience[]
  /** The one term that they all give way to, where there is one. */
  readonly term?: string | undefined
  readonly because: string
  readonly severity: Severity
  readonly words: readonly ListedWords[]
  /** Words that are right for this audience, whatever a list of less weight says. */
  readonly keep: readonly string[]
}

/** A term that must say of itself whom it takes in (R39). */
export interface Inclusion {
  readonly term: string
  readonly groups: readonly { readonly name: string; readonly stem: string }[]
}

export interface Grammar {
  /** Verbs after which "to" is owed: “enables people to plan”. */
  readonly owesTo: readonly string[]
  readonly owesToAfterPronoun: readonly string[]
  /** Verbs in their plain form, which show that it is missing. */
  readonly plainVerbs: readonly string[]
  /** Words that take the other article than their first letter asks for. */
  readonly takesA: readonly string[]
  readonly takesAn: readonly string[]
  /** Short names that everybody knows, such as NHS. */
  readonly knownAcronyms: readonly string[]
  /** Words that may stand twice in a row. */
  readonly mayRepeat: readonly string[]
}

/** By the framework's slug. */
type RulesOfFrameworks = Readonly<Record<string, FrameworkRules>>

export interface Language {
  readonly lists: readonly WordList[]
  /** For each audience the owners of lists, the weightiest first. */
  readonly precedence: Readonly<Record<WordAudience, readonly string[]>>
  readonly exemptions: Exemptions
  readonly inclusions: readonly Inclusion[]
  readonly grammar: Grammar
  readonly spelling: Spelling
  /** What a framework has to say and where. */
  readonly frameworks: RulesOfFrameworks
}
