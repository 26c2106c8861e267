/** One rule of wording: what it asks, what asked for it, and the rule itself. */
import type { Edition } from '../framework.ts'
import type { Language } from '../language.ts'
import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { FrameworkRules } from './framework-rules.ts'

/** An edition with what several rules read of it, worked out once. */
export interface Checked {
  readonly edition: Edition
  /** In reading order, the glossary last. */
  readonly texts: readonly TargetText[]
  readonly language: Language
  /** What this one framework has to say and where; left out where it has no rules of its own. */
  readonly rules?: FrameworkRules | undefined
}

export interface Check {
  /** The code of every finding of this rule. */
  readonly code: string
  /** In plain words, such as “Is anything asked at one level that no higher level asks?” */
  readonly question: string
  /** Such as R40; empty where the rule is of our own house. */
  readonly requirements: readonly string[]
  /** A text that the rule finds fault with, and one that it does not. */
  readonly fails: string
  readonly passes: string
  /** Puts such a text where the rule looks for it; left out where that is any text of an edition. */
  readonly example?: (sound: Edition, text: string) => Edition
  /** Where the rule goes by what a framework asks of itself: what that of the example asks. */
  readonly exampleRules?: FrameworkRules
  readonly find: (checked: Checked) => readonly WordingFinding[]
}
