import type { Finding } from '../../finding.ts'
import type { TextRange } from '../../language/text-range.ts'
import type { Target } from './amendment.ts'

export type { TextRange }

/** "must": no edition is published with it, unless somebody waived it and said why. */
export const severities = ['must', 'should', 'advice'] as const
export type Severity = (typeof severities)[number]

/** A finding about wording: where exactly, how grave, what asked for it, and what could stand there. */
export interface WordingFinding extends Finding {
  readonly at: Target
  readonly severity: Severity
  /** Into the text at the target. Left out where it is about all of what stands there. */
  readonly range?: TextRange | undefined
  /** Such as R40. */
  readonly requirement?: string | undefined
  /** Each could take the place of the words in the range. A person accepts one, or none. */
  readonly suggestions: readonly string[]
}
