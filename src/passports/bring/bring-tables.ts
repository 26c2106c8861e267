import type { ColumnType, JSONColumnType } from 'kysely'
import type { Step } from '../../credentials/model/verdict.ts'
import type { AnswerShown, RequestShown } from './model/original.ts'
import type { Mapping, StoredRow, TrainingDraft } from './model/training-file.ts'

type Stamp = ColumnType<Date, Date | undefined, never>
type Late<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

export interface BringTables {
  received_credential: {
    id: string
    holder_id: string
    fingerprint: Buffer
    form: string
    document: string
    title: string
    kind: string
    from_on: string | null
    valid_until: string | null
    said_issuer: string
    received_at: Stamp
    looked_at: Date
  }
  received_check: {
    id: string
    received_id: string
    holder_id: string
    outcome: string
    unreadable: string | null
    steps: JSONColumnType<Step[]>
    made_out_to: string
    issuer_name: string | null
    edition: string | null
    codes: string[]
    at: Date
  }
  training_file: {
    id: string
    holder_id: string
    made_at: Stamp
    edition: string
    head: string[]
    rows: JSONColumnType<StoredRow[]> | null
    mapping: JSONColumnType<Mapping> | null
    drafts: JSONColumnType<TrainingDraft[]> | null
    started_at: Late<Date>
    total: ColumnType<number, number | undefined, number>
    done: ColumnType<number, number | undefined, number>
    imported: ColumnType<number, number | undefined, number>
    finished_at: Late<Date>
    cancelled_at: Late<Date>
  }
  original_request: {
    id: string
    entry_id: string
    version: number
    holder_id: string
    organisation: string
    shown: JSONColumnType<RequestShown>
    at: Stamp
    ended_at: Late<Date>
  }
  original_answer: {
    id: string
    request_id: string
    holder_id: string
    organisation: string
    outcome: string
    how: string | null
    seen_on: string | null
    until: string | null
    reason: string | null
    answered_by: string
    shown: JSONColumnType<AnswerShown>
    at: Stamp
    taken_back_at: Late<Date>
  }
}
