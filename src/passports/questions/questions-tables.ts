import type { ColumnType } from 'kysely'
import type { Proof } from '../../actor.ts'

type Stamp = ColumnType<Date, Date | undefined, never>

/** What is asked of a sign-off that was given: each row is written once. */
export interface QuestionsTables {
  sign_off_pause: {
    id: string
    /** Of the act that began it. */
    pause_id: string
    signing_id: string
    holder_id: string
    act: 'paused' | 'extended' | 'ended'
    cause: string | null
    explanation: string
    until: string | null
    acted_by: string
    acted_for: string
    at: Stamp
    stepped_up_how: Proof
    stepped_up_at: Date
  }
  withdrawal_proposal: {
    id: string
    signing_id: string
    holder_id: string
    codes: string[]
    cause: string
    explanation: string
    proposed_by: string
    proposed_for: string
    at: Stamp
    lapses_on: string
    stepped_up_how: Proof
    stepped_up_at: Date
  }
  withdrawal_proposal_answer: {
    proposal_id: string
    outcome: 'confirmed' | 'refused' | 'taken-back'
    reason: string | null
    answered_by: string
    at: Stamp
  }
  sign_off_reply: {
    id: string
    signing_id: string
    holder_id: string
    pause_id: string | null
    proposal_id: string | null
    by_holder: boolean
    words: string
    written_by: string
    at: Stamp
  }
}
