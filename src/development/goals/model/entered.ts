/** What was entered in the forms of goals, to show again. */
import type { Finding } from '../../../finding.ts'

export interface GoalEntered {
  readonly words: string
  readonly codes: readonly string[]
  readonly lookAgain: Readonly<Record<'day' | 'month' | 'year', string>>
  readonly shared: boolean
  readonly findings: readonly Finding[]
}

export interface StepEntered {
  readonly words: string
  readonly helper: string
  /** Suggestions that were ticked. */
  readonly chosen: readonly string[]
  readonly findings: readonly Finding[]
}
