/** What was entered in the forms of a draft's review, as it is shown again. */
import type { Accepted } from './accept-suggestions.ts'

export interface AskEntered {
  readonly email: string
  readonly role: string
}

export interface PublishEntered {
  readonly notice: string
  readonly understood: string
}

export interface WithdrawEntered {
  readonly from: { readonly day: string; readonly month: string; readonly year: string }
  readonly reason: string
  readonly instead: string
  readonly noneLeft: string
}

/** A suggestion in one field of a form. */
export function writeAccepted({ code, at, start, quote, suggestion }: Accepted): string {
  return JSON.stringify([code, at, start, quote, suggestion])
}
