/** What was typed into the forms of sharing, deciding and replying, right or wrong. */
import type { Finding } from '../../../finding.ts'

interface DayEntered {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface SetEntered {
  readonly id: string
  readonly items: readonly string[]
  readonly purpose: string
  readonly ends: DayEntered
}

export interface DecisionEntered {
  readonly outcome: string
  readonly topUp: string
  readonly reason: string
  readonly words: string
  readonly sequence: string
  readonly findings: readonly Finding[]
}

export interface ReplyEntered {
  readonly id: string
  readonly decision: string
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface TopUpEntered {
  readonly id: string
  readonly on: DayEntered
}
