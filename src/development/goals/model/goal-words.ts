/** What is suggested for goals, as the content says it. */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import type { GoalKind } from './goal.ts'

export interface KindWords {
  readonly kind: GoalKind
  readonly name: string
  readonly about: string
  readonly example: string
  /** The question about it that is answered in the holder's own words. */
  readonly ownWords: string
}

export interface Helper {
  readonly helper: string
  readonly name: string
}

export interface SuggestedStep {
  readonly step: string
  readonly kinds: readonly GoalKind[]
  /** Empty means every level, and every profession. */
  readonly levels: readonly LevelSlug[]
  readonly professions: readonly string[]
  readonly words: string
  readonly helper: string
  /** An address of this site that helps with it. */
  readonly page?: string | undefined
  /** What the employer should offer, by its slug. */
  readonly offer?: string | undefined
}

/** What an employer should offer at a level, and who says so. */
export interface Offer {
  readonly offer: string
  readonly level: LevelSlug
  /** The level of the qualification, as England, Wales and Northern Ireland number them. */
  readonly qualification: number
  readonly words: string
  readonly says: string
  readonly page: string
  readonly also: string
  readonly alsoSource?: string | undefined
  /** YYYY-MM-DD: when that source was read. */
  readonly checkedOn?: string | undefined
}

export interface GoalWords {
  /** How the order of the kinds is chosen, as people read it. */
  readonly order: string
  readonly kinds: readonly KindWords[]
  readonly helpers: readonly Helper[]
  readonly steps: readonly SuggestedStep[]
  readonly offers: readonly Offer[]
}

export function wordsOfKind({ kinds }: GoalWords, wanted: GoalKind): KindWords {
  const words = kinds.find(({ kind }) => kind === wanted)
  if (words === undefined) throw new Error(`no words for the goal ${wanted}`)
  return words
}

export function helperName({ helpers }: GoalWords, wanted: string): string {
  return helpers.find(({ helper }) => helper === wanted)?.name ?? wanted
}
