/** What somebody typed, to be shown again with its faults. */
import type { Finding } from '../../../finding.ts'

export interface NeedEntered {
  readonly kind: string
  readonly words: string
  readonly findings: readonly Finding[]
}

export interface OfferEntered {
  readonly words: string
  readonly findings: readonly Finding[]
}

export const nothingNeeded: NeedEntered = { kind: '', words: '', findings: [] }
export const nothingOffered: OfferEntered = { words: '', findings: [] }
