import type { ColumnType } from 'kysely'
import type { Outcome, ReplyBy, StepKind } from './model/complaint.ts'

type Stamp = ColumnType<Date, Date | undefined, never>

export interface ComplaintsTables {
  complaint: {
    id: string
    reference: string
    organisation: string | null
    organisation_named: string | null
    complainant_id: string | null
    name: string
    reply_by: ReplyBy
    reply_to: string | null
    what_happened: string
    put_right: string
    code_hash: Buffer | null
    received_at: Stamp
  }
  complaint_step: {
    id: string
    complaint_id: string
    kind: StepKind
    outcome: Outcome | null
    words: string
    by_person: string
    at: Stamp
  }
  complaint_warning: { complaint_id: string; at: Stamp }
}
