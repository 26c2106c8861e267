/** What somebody typed, to be shown again with what to mend. */
import type { Finding } from '../../../finding.ts'

interface DayParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface AgendaEntered {
  readonly chosen: readonly string[]
  readonly statement: string
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface WriteEntered {
  readonly happened: DayParts
  readonly minutes: string
  readonly note: string
  readonly noteVersion: number
  readonly seen: string
  readonly findings: readonly Finding[]
}

export interface ActionEntered {
  readonly words: string
  readonly doer: string
  readonly due: DayParts
  readonly state: string
  readonly findings: readonly Finding[]
}

export interface WordsEntered {
  readonly id: string
  readonly words: string
  readonly findings: readonly Finding[]
}
