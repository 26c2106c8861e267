/** What somebody typed, to be shown again with its faults. */
import type { Finding } from '../../../finding.ts'

export interface AskEntered {
  readonly organisation: string
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface AnswerEntered {
  readonly outcome: string
  readonly reply: string
  readonly findings: readonly Finding[]
}

export const nothingAsked: AskEntered = { organisation: '', words: '', findings: [] }
export const nothingAnswered: AnswerEntered = { outcome: '', reply: '', findings: [] }

/** Where somebody works today: whose managers they can ask. */
export interface Workplace {
  readonly slug: string
  readonly name: string
}
