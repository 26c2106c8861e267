/** Forms as they were filled in, right or wrong, to be shown again. */
import type { Finding } from '../../../finding.ts'

interface DateEntered {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface PauseEntered {
  readonly cause: string
  readonly explanation: string
  readonly until: DateEntered
  readonly findings: readonly Finding[]
}

export interface WordsEntered {
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface WithdrawalEntered {
  readonly codes: readonly string[]
  readonly cause: string
  readonly explanation: string
  readonly understood: boolean
  readonly findings: readonly Finding[]
}
