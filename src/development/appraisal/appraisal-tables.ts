import type { ColumnType, JSONColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, never>
/** Set by the database itself. */
type Kept<Value> = ColumnType<Value, never, never>
/** Set later, and never when the row is made. */
type Later<Value> = ColumnType<Value, never, Value>

export interface AppraisalTables {
  appraisal: {
    id: string
    supervising_id: string
    worker_id: string
    supervisor_id: string
    organisation: string
    begun_by: string
    at: Kept<Date>
    shared_at: Later<Date | null>
    meeting_on: Later<string | null>
    review_on: Later<string | null>
    worker_agreed_at: Later<Date | null>
    supervisor_agreed_at: Later<Date | null>
    agreed_on: Kept<string | null>
  }
  appraisal_words: {
    appraisal_id: string
    author_id: string
    part: string
    version: number
    answers: JSONColumnType<Readonly<Record<string, unknown>>>
    at: Stamp
  }
  plan_item: {
    item_id: string
    version: number
    appraisal_id: string
    kind: string
    words: string
    helper: string | null
    by_on: string | null
    state: string
    changed_by: string
    at: Stamp
  }
}
