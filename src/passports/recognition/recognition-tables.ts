import type { ColumnType, JSONColumnType } from 'kysely'
import type { Proof } from '../../actor.ts'
import type { AcceptanceRule } from './model/acceptance-policy.ts'

type Stamp = ColumnType<Date, Date | undefined, never>
type MadeId = ColumnType<string, string | undefined, never>

/** Appended to and never changed, but for when a top-up was taken back. */
export interface RecognitionTables {
  acceptance_policy: {
    id: string
    organisation: string
    version: number
    rules: JSONColumnType<AcceptanceRule[]>
    also_local: string[]
    from_on: string
    made_by: string
    at: Stamp
  }
  acceptance_agreement: {
    id: string
    organisation: string
    other: string
    takes: JSONColumnType<AcceptanceRule[]>
    gives: JSONColumnType<AcceptanceRule[]>
    from_on: string
    review_on: string
    proposed_by: string
    at: Stamp
  }
  acceptance_agreement_step: {
    agreement_id: string
    step: string
    organisation: string
    stepped_by: string
    ends_on: string | null
    at: Stamp
  }
  recognition_share: {
    id: string
    holder_id: string
    organisation: string
    purpose: string
    ends_on: string
    at: Stamp
  }
  recognition_share_end: { share_id: string; at: Stamp }
  recognition_item: {
    id: MadeId
    share_id: string
    holder_id: string
    organisation: string
    credential_id: string | null
    entry_id: string | null
    entry_version: number | null
    received_id: string | null
  }
  recognition_decision: {
    id: string
    item_id: string
    share_id: string
    holder_id: string
    organisation: string
    sequence: number
    kind: string
    title: string | null
    verdict: string
    suggested: string
    suggested_by_rule: string | null
    policy_id: string | null
    outcome: string
    top_up: string | null
    reason: string | null
    words: string | null
    decided_by: string
    at: Stamp
    stepped_up_how: Proof | null
    stepped_up_at: Date | null
  }
  recognition_reply: {
    id: string
    decision_id: string
    holder_id: string
    organisation: string
    words: string
    at: Stamp
  }
  recognition_top_up: {
    id: string
    decision_id: string
    holder_id: string
    organisation: string
    done_on: string
    recorded_by: string
    at: Stamp
    taken_back_at: ColumnType<Date | null, never, Date>
  }
}
