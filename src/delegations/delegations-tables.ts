import type { ColumnType, JSONColumnType } from 'kysely'
import type { ShownPerson, StandingLine } from './model/delegation.ts'

type Stamp = ColumnType<Date, Date | undefined, never>

export interface DelegationsTables {
  delegation_addon: {
    id: string
    organisation: string
    title: string
    about: string
    edition: string
    codes: string[]
    ends_on: string
    made_by: string | null
    made_at: Stamp
    taken_out_at: Date | null
  }
  delegation_opening: {
    id: string
    worker_id: string
    worker_at: string | null
    code_hash: Buffer | null
    made_at: Stamp
    expires_at: Date
    opened_by: string | null
    opened_for: string | null
    opened_at: Date | null
    ended_at: Date | null
  }
  /** Appended to and never changed, as are the steps, reasons and standings. */
  delegation: {
    id: string
    offer_id: string
    edition: string
    task: string
    title: string
    codes: string[]
    delegator_id: string
    organisation: string
    delegator_shown: JSONColumnType<ShownPerson>
    worker_id: string
    worker_at: string | null
    worker_shown: JSONColumnType<ShownPerson>
    arrangement: string
    employer_agreed_on: string | null
    words: string
    consent: string
    consent_because: string | null
    supervision: string
    starts_on: string
    review_on: string
    seen: JSONColumnType<StandingLine[]>
    at: Stamp
  }
  delegation_step: {
    id: string
    delegation_id: string
    kind: string
    by_id: string | null
    codes: ColumnType<string[], string[] | undefined, never>
    day: string | null
    at: Stamp
  }
  delegation_reason: { step_id: string; delegation_id: string; by_id: string; why: string }
  delegation_standing: {
    id: string
    delegation_id: string
    shown_to: string
    statements: JSONColumnType<StandingLine[]>
    at: Stamp
  }
  delegation_handover: {
    id: string
    delegation_id: string
    from_id: string
    to_id: string
    asked_by: string
    at: Stamp
    outcome: string | null
    answered_at: Date | null
    taken_shown: JSONColumnType<ShownPerson> | null
  }
}
