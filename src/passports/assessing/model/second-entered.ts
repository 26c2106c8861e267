import type { Finding } from '../../../finding.ts'

/** What a second assessor has filled in, right or wrong. */
export interface SecondEntered {
  readonly codes: readonly string[]
  readonly reason: string
  readonly findings: readonly Finding[]
}
