import type { ColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, never>

export interface PrivacyTables {
  former_name: { id: string; person_id: string; name: string; until: Stamp }
  rights_request: {
    id: string
    person_id: string
    kind: 'correction' | 'objection'
    about: string
    about_words: string | null
    organisation: string | null
    words: string | null
    asked_at: Stamp
    due_on: string
  }
  rights_answer: {
    request_id: string
    outcome: 'done' | 'partly' | 'refused'
    words: string | null
    answered_by: string
    at: Stamp
  }
  export_copy: {
    id: string
    person_id: string
    asked_at: Stamp
    parts_done: ColumnType<number, number | undefined, number>
    parts: number
    ready_at: ColumnType<Date | null, Date | null | undefined, Date>
    file: ColumnType<Buffer | null, Buffer | null | undefined, Buffer>
  }
  kept_name: { person_id: string; organisation: string; name: string; at: Stamp }
}
