import type { ColumnType, JSONColumnType } from 'kysely'
import type { Brought } from './model/brought.ts'

export interface ExchangeTables {
  draft_import: {
    id: string
    draft_id: string
    kind: Brought['kind']
    content: JSONColumnType<Brought['value']>
    at: ColumnType<Date, Date | undefined, never>
  }
}
