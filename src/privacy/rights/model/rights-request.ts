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
  /** Slug; undefined for whoever runs the service. */
  readonly organisation?: string | undefined
  readonly organisationName?: string | undefined
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

export function isLate(
  { dueOn, answer }: Pick<RightsRequest, 'dueOn' | 'answer'>,
  today: string,
): boolean {
  return answer === undefined && dueOn < today
}

export const serviceName = 'Whoever runs this service'

export function askedOf({ organisationName }: Pick<RightsRequest, 'organisationName'>): string {
  return organisationName ?? serviceName
}

/** As whoever asked reads it. */
export const outcomeWords: Readonly<Record<RightsKind, Readonly<Record<RightsOutcome, string>>>> = {
  correction: {
    done: 'It was put right',
    partly: 'Part of it was put right',
    refused: 'It was not changed',
  },
  objection: {
    done: 'It has stopped',
    partly: 'Part of it has stopped',
    refused: 'It goes on, and they say why',
  },
}

/** As whoever answers chooses it. */
export const outcomeChoices: Readonly<Record<RightsKind, Readonly<Record<RightsOutcome, string>>>> =
  {
    correction: {
      done: 'We put it right',
      partly: 'We put part of it right',
      refused: 'We did not change it',
    },
    objection: {
      done: 'We stopped using it',
      partly: 'We stopped part of it',
      refused: 'We go on, for a reason that we give',
    },
  }
