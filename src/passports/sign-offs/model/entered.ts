/** Forms as they were filled in, right or wrong, to be shown again. */
import type { Finding } from '../../../finding.ts'
import type { SigningDraft } from '../../model/signing-draft.ts'

export interface SignedEntered extends SigningDraft {
  readonly findings: readonly Finding[]
}

export interface NotYetEntered {
  readonly reason: string
  readonly phrases: readonly string[]
  readonly words: string
  readonly occasion: string
  readonly next: SigningDraft['review']
  readonly findings: readonly Finding[]
}

export interface UndoEntered {
  readonly explanation: string
  readonly findings: readonly Finding[]
}

export interface VisitEntered extends SignedEntered {
  /** "usual", or a date of its own. */
  readonly reviewed: string
}
