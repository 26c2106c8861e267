/** What a person asks of whoever answers for a record: to put it right, or to stop using it. */
import { addMonths } from '../../../language/days.ts'

export type RightsKind = 'correction' | 'objection'

export const outcomes = ['done', 'partly', 'refused'] as const
export type RightsOutcome = (typeof outcomes)[number]

export interface RightsAnswer {
  readonly outcome: RightsOutcome
  /** Undefined once the account of whoever asked is erased. */
  readonly words?: string | undefined
  /** Undefined where they have closed their account. */
  readonly byName?: string | undefined
  readonly at: Date
}

export interface RightsRequest {
  readonly id: string
  readonly personId: string
  /** Undefined where they have closed their account. */
  readonly personName?: string | undefined
  readonly kind: RightsKind
  /** `signing:…`, `purpose:…`: kind and id. */
  readonly about: string
  /** "The sign-off of 3.9, entry, by …". Goes with the other words. */
  readonly aboutWords?: string | undefined
  /** Slug. */
  readonly organisation: string
  readonly organisationName: string
  readonly words?: string | undefined
  readonly askedAt: Date
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly answer?: RightsAnswer | undefined
}

/** One calendar month: the same day of the next one, or its last (UK GDPR Article 12(3)). */
export function answerDueOn(askedOn: string): string {
  return addMonths(askedOn, 1)
}

export function isLate({ dueOn, answer }: RightsRequest, today: string): boolean {
  return answer === undefined && dueOn < today
}

/** Who may answer has one of these there. */
export const answeringPermissions = ['issue', 'manage-team'] as const
