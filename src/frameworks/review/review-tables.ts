import type { ColumnType } from 'kysely'
import type { DraftRole } from '../authoring/model/draft.ts'

type When = ColumnType<Date, Date | undefined, never>

export interface ReviewTables {
  draft_invitation: {
    id: string
    draft_id: string
    role: DraftRole
    address_digest: Buffer
    asked_by: string
    asked_at: When
    answer: ColumnType<'joined' | 'declined' | 'taken-back' | null, never, 'taken-back'>
    answered_at: ColumnType<Date | null, never, Date>
  }
  draft_comment: {
    id: string
    draft_id: string
    thing: string
    reply_to: string | null
    words: string
    by: string
    at: When
  }
  draft_comment_state: {
    number: ColumnType<string, never, never>
    comment_id: string
    state: 'settled' | 'reopened'
    by: string
    at: When
  }
  draft_waiver: {
    id: string
    draft_id: string
    code: string
    target: string
    quote: string
    reason: string
    by: string
    at: When
    ended_by: ColumnType<string | null, never, string>
    ended_at: ColumnType<Date | null, never, Date>
  }
  draft_review: {
    draft_id: string
    round: number
    revision: number
    message: string | null
    asked_by: string
    asked_at: When
  }
  draft_review_answer: {
    number: ColumnType<string, never, never>
    draft_id: string
    round: number
    revision: number
    answer: 'ready' | 'not-yet'
    reason: string | null
    by: string
    at: When
  }
  draft_approval: {
    draft_id: string
    revision: number
    version: string
    by: string
    at: When
  }
  edition_publication: {
    edition: string
    draft_id: string
    published_on: string
    notice: string
    approvals: number
    rounds: number
  }
  edition_waiver: {
    edition: string
    position: number
    code: string
    target: string
    quote: string
    reason: string
    waived_on: string
  }
  edition_withdrawal: {
    edition: string
    from_day: string
    reason: string
    instead: string | null
    none_left: string | null
    by: string
    withdrawn_for: string
    at: When
  }
}
