import type { ColumnType, GeneratedAlways } from 'kysely'

export interface MailTables {
  /** The demonstration's letters, which go nowhere. */
  demonstration_letter: {
    id: GeneratedAlways<number>
    address: string
    subject: string
    text: string
    at: ColumnType<Date, never, never>
  }
}
