import type { Finding } from '../../finding.ts'
import type { Target } from './amendment.ts'

/** "must": no edition is published with it, unless somebody waived it and said why. */
export const severities = ['must', 'should', 'advice'] as const
export type Severity = (typeof severities)[number]

/** UTF-16 offsets into the text that stands at the finding's target; `end` is the first after it. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A finding about wording: where exactly, how grave, what asked for it, and what could stand there. */
export interface WordingFinding extends Finding {
  readonly at: Target
  readonly severity: Severity
  /** Left out where it is about the whole of what stands at the target. */
  readonly range?: TextRange | undefined
  /** Such as R40. */
  readonly requirement?: string | undefined
  /** Each could take the place of the words in the range. A person accepts one, or none. */
  readonly suggestions: readonly string[]
}
