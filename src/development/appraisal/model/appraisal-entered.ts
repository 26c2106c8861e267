/** What somebody typed, to be shown again with what to mend. */
import type { Finding } from '../../../finding.ts'
import type { Preparation } from './appraisal.ts'

interface DayParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface PrepareEntered extends Omit<Preparation, 'shown'> {
  readonly shown: readonly string[]
  readonly version: number
  readonly findings: readonly Finding[]
}

export interface MeetingEntered {
  readonly meeting: DayParts
  readonly review: DayParts
  readonly talked: string
  readonly version: number
  /** The two days as the page showed them. */
  readonly seen: string
  readonly findings: readonly Finding[]
}

export interface PlanEntered {
  readonly kind: string
  readonly words: string
  readonly helper: string
  readonly by: DayParts
  readonly state: string
  readonly findings: readonly Finding[]
}
