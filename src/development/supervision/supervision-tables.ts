import type { ColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, never>
/** Set by the database's own functions alone. */
type Kept<Value> = ColumnType<Value, never, never>
/** Set later, and never when the row is made. */
type Later<Value> = ColumnType<Value, never, Value>

export interface SupervisionTables {
  supervising: {
    id: string
    worker_id: string
    supervisor_id: string
    organisation: string
    asked_by: string
    asked_at: Kept<Date>
    follows: string | null
    worker_agreed_at: Kept<Date | null>
    supervisor_agreed_at: Kept<Date | null>
    began_on: Kept<string | null>
    ended_on: Kept<string | null>
    ended_by: Kept<string | null>
    end_reason: Kept<string | null>
    shows_earlier: Kept<boolean>
  }
  supervision_session: {
    id: string
    supervising_id: string
    worker_id: string
    supervisor_id: string
    organisation: string
    planned_on: string
    made_by: string
    at: Kept<Date>
    happened_on: Later<string | null>
    minutes: Later<number | null>
    worker_confirmed_at: Later<Date | null>
    supervisor_confirmed_at: Later<Date | null>
  }
  supervision_agenda: {
    session_id: string
    key: string
    words: string
    added_by: string
    at: Stamp
  }
  supervision_note: {
    session_id: string
    author_id: string
    version: number
    words: string
    at: Stamp
  }
  supervision_correction: {
    id: string
    session_id: string
    author_id: string
    words: string
    at: Stamp
  }
  supervision_reflection: {
    id: string
    session_id: string
    person_id: string
    words: string
    at: Stamp
  }
  supervision_action: {
    id: string
    supervising_id: string
    session_id: string
    at: Kept<Date>
  }
  supervision_action_version: {
    action_id: string
    version: number
    words: string
    doer: string
    due_on: string | null
    state: string
    changed_by: string
    at: Stamp
  }
}
