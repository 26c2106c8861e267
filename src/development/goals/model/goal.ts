/** What somebody wants to do next in their work, and the steps to it. */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'

/** In the order of their names, and so in no order of worth (RCOT response, Q10). */
export const goalKinds = ['change-setting', 'deepen', 'pre-registration', 'move-level'] as const
export type GoalKind = (typeof goalKinds)[number]

export const goalStates = ['open', 'completed', 'set-aside'] as const
export type GoalState = (typeof goalStates)[number]

export const stepStates = ['open', 'done', 'put-aside'] as const
export type StepState = (typeof stepStates)[number]

/** The most of each that one person keeps: more than anybody can look at. */
export const mostOpenGoals = 20
export const mostGoals = 200
export const mostOpenSteps = 20
export const mostSteps = 200

export interface GoalStep {
  readonly id: string
  /** Of the content, where it was suggested there. */
  readonly suggestion?: string | undefined
  readonly words: string
  readonly helper: string
  readonly state: StepState
  /** From 1; each change makes it one more. */
  readonly version: number
  readonly stateAt: Date
}

export interface Goal {
  readonly id: string
  readonly kind: GoalKind
  /** Whose statements were chosen. */
  readonly level: LevelSlug
  readonly edition: string
  readonly codes: readonly string[]
  readonly words?: string | undefined
  /** YYYY-MM-DD: never due, and never late. */
  readonly lookAgainOn?: string | undefined
  readonly state: GoalState
  /** Whether the holder shows it to whoever supervises them. */
  readonly shared: boolean
  readonly version: number
  readonly setAt: Date
  readonly stateAt: Date
  /** In the order in which they were added. */
  readonly steps: readonly GoalStep[]
}

export const goalActs = [
  'set',
  'changed',
  'shown',
  'kept-private',
  'completed',
  'set-aside',
  'reopened',
  'step-added',
  'step-changed',
  'step-done',
  'step-put-aside',
  'step-reopened',
] as const
export type GoalAct = (typeof goalActs)[number]

/** One thing that the holder did with a goal. */
export interface GoalChange {
  readonly act: GoalAct
  /** As they were before a change, or those of the step. */
  readonly words?: string | undefined
  readonly codes?: readonly string[] | undefined
  readonly lookAgainOn?: string | undefined
  readonly at: Date
}

export function isOpenGoal({ state }: Pick<Goal, 'state'>): boolean {
  return state === 'open'
}

/** The first that is not ticked off or put aside. */
export function nextStepOf({ steps }: Pick<Goal, 'steps'>): GoalStep | undefined {
  return steps.find(({ state }) => state === 'open')
}

export function isGoalKind(value: string | undefined): value is GoalKind {
  return goalKinds.some((kind) => kind === value)
}
