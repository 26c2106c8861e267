/** What one framework must say and where. It is data of that framework: no other is judged by it. */
import type { LevelSlug, PartySlug } from '../framework.ts'

/** Such as R09. */
type Requirement = string

/** Something that must be said at a place, in any of its words. */
export interface ConceptRule {
  readonly requirement: Requirement
  /** As people say it: “whistleblowing”. */
  readonly concept: string
  /** Any of them will do, each a word or a phrase. */
  readonly words: readonly string[]
  /** `domain/5`, `section/5.7`, `part/3`, `part/pre-registration-pathways`, `level/entry/experience`. */
  readonly place: RulePlace
  /** Where the place is a section: each of these levels says it. Left out: once in the place is enough. */
  readonly levels?: readonly LevelSlug[] | undefined
  /** Where the place is a section: this capability of it. */
  readonly capability?: string | undefined
  readonly because: string
}

export type RulePlace = `${'domain' | 'section' | 'part' | 'level'}/${string}`

/** Those whom every statement of a section, or of one capability in it, applies to. */
export interface PartiesRule {
  readonly requirement: Requirement
  readonly section: string
  readonly capability?: string | undefined
  readonly parties: readonly PartySlug[]
  readonly because: string
}

/** A word that means something of its own here, so that the glossary says what. */
export interface DefinitionRule {
  readonly requirement: Requirement
  readonly term: string
  readonly because: string
}

export interface FrameworkRules {
  readonly concepts: readonly ConceptRule[]
  readonly parties: readonly PartiesRule[]
  readonly definitions: readonly DefinitionRule[]
}
