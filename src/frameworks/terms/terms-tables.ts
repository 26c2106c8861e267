import type { ColumnType, JSONColumnType } from 'kysely'
import type { AppliedTermChange, LeftBehind } from './model/occurrence.ts'

interface Done {
  by: string
  at: ColumnType<Date, Date | undefined, never>
}

export interface TermsTables {
  draft_term_change: Done & {
    id: string
    draft_id: string
    words: JSONColumnType<AppliedTermChange['words'] & object>
    occurrences: JSONColumnType<AppliedTermChange['occurrences'] & object>
    texts: JSONColumnType<AppliedTermChange['texts'] & object>
    entries: JSONColumnType<AppliedTermChange['entries'] & object>
  }
  draft_term_put_back: Done & {
    change_id: string
    left_behind: JSONColumnType<readonly LeftBehind[] & object>
  }
}
