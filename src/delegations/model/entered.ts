/** Forms as they were filled in, to be shown again. */
import type { Finding } from '../../finding.ts'

interface DayEntered {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface DecisionEntered {
  readonly id: string
  readonly words: string
  readonly consent: string
  readonly because: string
  readonly inCareRecord: boolean
  readonly supervision: string
  readonly starts: DayEntered
  readonly review: DayEntered
  readonly agreed: DayEntered
  readonly findings: readonly Finding[]
}

export interface ReasonEntered {
  readonly why: string
  readonly findings: readonly Finding[]
}

export interface LocalTaskEntered {
  readonly id: string
  readonly organisation: string
  readonly title: string
  readonly about: string
  readonly codes: string
  readonly ends: DayEntered
  readonly findings: readonly Finding[]
}
