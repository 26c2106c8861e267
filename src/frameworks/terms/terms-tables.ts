import type { ColumnType, JSONColumnType } from 'kysely'
import type { AppliedTermChange, LeftBehind } from './model/occurrence.ts'

export interface TermsTables {
  draft_term_change: {
    id: string
    draft_id: string
    words: JSONColumnType<AppliedTermChange['words']>
    occurrences: JSONColumnType<AppliedTermChange['occurrences']>
    texts: JSONColumnType<AppliedTermChange['texts']>
    entries: JSONColumnType<AppliedTermChange['entries']>
    by: string
    at: ColumnType<Date, Date | undefined, never>
  }
  draft_term_put_back: {
    change_id: string
    left_behind: JSONColumnType<readonly LeftBehind[]>
    by: string
    at: ColumnType<Date, Date | undefined, never>
  }
}
