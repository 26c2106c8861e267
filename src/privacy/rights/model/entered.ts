/** What was entered in the forms of both sides, right or not. */
import type { Finding } from '../../../finding.ts'

export interface AskedWords {
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface EnteredObjection extends AskedWords {
  readonly organisation: string
}

export interface EnteredAnswer extends AskedWords {
  readonly outcome: string
}
