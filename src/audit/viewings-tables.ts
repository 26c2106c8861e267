import type { ColumnType } from 'kysely'
import type { Viewed } from './model/viewing.ts'

export interface ViewingsTables {
  viewing: {
    id: ColumnType<string, string | undefined, never>
    holder_id: string
    at: ColumnType<Date, Date | undefined, never>
    what: Viewed
    subject_id: string | null
    about: string | null
    viewer_id: string | null
    organisation: string | null
  }
}
