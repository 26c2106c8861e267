import type { ColumnType } from 'kysely'
import type { SupportAnswer, SupportKind } from './model/support.ts'

type Stamp = ColumnType<Date, Date | undefined, never>
type Later<T> = ColumnType<T | null, never, T>

export interface SupportTables {
  support_need: {
    id: string
    holder_id: string
    kind: SupportKind
    words: string
    at: Stamp
    ended_at: Later<Date>
  }
  support_share: {
    id: string
    need_id: string
    holder_id: string
    organisation: string
    at: Stamp
    stopped_at: Later<Date>
  }
  support_offer: {
    id: string
    need_id: string
    holder_id: string
    organisation: string
    offered_by: string
    words: string
    at: Stamp
    answer: Later<SupportAnswer>
    answered_at: Later<Date>
  }
}
