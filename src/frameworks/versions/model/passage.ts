/** A thing of an edition that can be set beside what it was, or became, in another. */
import type { Target } from '../../model/amendment.ts'
import type { LevelSlug } from '../../model/framework.ts'

/** Where in an edition people look for it: `domain-3`, `glossary`. */
export type Area =
  | 'about'
  | 'parts'
  | 'levels'
  | 'pillars'
  | `domain-${number}`
  | 'roles'
  | 'glossary'
  | 'terms'

export interface NamedText {
  readonly name: string
  readonly text: string
}

export interface Passage {
  readonly target: Target
  readonly area: Area
  /** What it goes by: a code with its section's title, a heading, a term. */
  readonly name: string
  /** Where it stands, for what has a number: another place is a move. */
  readonly place: string
  readonly level?: LevelSlug | undefined
  /** Of a statement: what stays the same from edition to edition. */
  readonly capability?: string | undefined
  /** What people read. The first is the wording itself. */
  readonly texts: readonly NamedText[]
  /** To whom, where and how it applies. */
  readonly details: readonly NamedText[]
}

export function isStatement({ target }: Passage): boolean {
  return target.startsWith('statement/')
}

/** `7.1-entry` of `statement/7.1-entry`. */
export function codeOf({ target }: Passage): string {
  return target.slice(target.indexOf('/') + 1)
}

/** The wording itself. */
export function wordingOf({ texts: [first] }: Passage): string {
  return first?.text ?? ''
}
