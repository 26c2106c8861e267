/** Which steps may lead to a goal. A suggestion: the holder chooses. */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import type { Goal, GoalKind } from './goal.ts'
import type { GoalWords, Offer, SuggestedStep } from './goal-words.ts'

export interface Asked {
  readonly kind: GoalKind
  /** At which the holder works. */
  readonly level: LevelSlug
  readonly profession?: string | undefined
  /** What the employer should offer and the holder does not have yet. */
  readonly offer?: Offer | undefined
}

/** In the order of the content, without what is among the steps already. */
export function suggestSteps(
  { steps }: Pick<GoalWords, 'steps'>,
  { kind, level, profession, offer }: Asked,
  taken: Goal['steps'] = [],
): SuggestedStep[] {
  const there = new Set(taken.map(({ suggestion }) => suggestion))
  return steps
    .filter(({ kinds }) => kinds.includes(kind))
    .filter(({ levels }) => levels.length === 0 || levels.includes(level))
    .filter(
      ({ professions }) =>
        professions.length === 0 || (profession !== undefined && professions.includes(profession)),
    )
    .filter((one) => one.offer === undefined || one.offer === offer?.offer)
    .filter(({ step }) => !there.has(step))
}
