/** A worker asks named colleagues to confirm a chosen set of statements: one request a colleague. */
import type { LevelSlug } from '../../frameworks/model/framework.ts'

/** Where several are asked at once, the first to sign answers for all of them. */
export type RequestOutcome = 'signed' | 'declined' | 'taken-back' | 'signed-by-other'

/** How many colleagues can be asked at once. */
export const mostAsked = 5

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
  /** The same for those that were asked at once; undefined where one was asked alone. */
  readonly together?: string | undefined
  /** Undefined while it is open. */
  readonly answer?:
    | {
        readonly outcome: RequestOutcome
        readonly reason?: string | undefined
        readonly at: Date
        /** The name of the colleague who was asked too, and came first. */
        readonly signedBy?: string | undefined
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
