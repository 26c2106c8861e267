/** A worker asks a named colleague to confirm a chosen set of statements. */
import type { LevelSlug } from '../../frameworks/model/framework.ts'

export type RequestOutcome = 'signed' | 'declined' | 'taken-back'

export interface SignOffRequest {
  readonly id: string
  readonly holderId: string
  readonly holderName: string
  readonly assessorId: string
  readonly assessorName: string
  /** Slug. */
  readonly organisation: string
  readonly organisationName: string
  readonly edition: string
  readonly section: string
  readonly level: LevelSlug
  readonly codes: readonly string[]
  readonly message?: string | undefined
  readonly at: Date
  /** Undefined while it is open. */
  readonly answer?:
    | {
        readonly outcome: RequestOutcome
        readonly reason?: string | undefined
        readonly at: Date
        /** When there is another chance, of what was not signed. */
        readonly chance?:
          | { readonly on?: string | undefined; readonly occasion?: string | undefined }
          | undefined
      }
    | undefined
}

export function isOpen(request: Pick<SignOffRequest, 'answer'>): boolean {
  return request.answer === undefined
}
