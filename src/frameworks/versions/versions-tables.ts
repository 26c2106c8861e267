import type { ColumnType } from 'kysely'
import type { Fate } from '../model/succession.ts'

interface Line {
  from_code: string
  fate: Fate
  to_codes: string[]
  reason: string | null
}

export interface VersionsTables {
  draft_fate: Line & {
    draft_id: string
    number: number
    texts_digest: string
    decided_by: string
    at: ColumnType<Date, Date | undefined, never>
  }
  draft_reconfirm_by: {
    draft_id: string
    number: number
    reconfirm_by: string
    decided_by: string
    at: ColumnType<Date, Date | undefined, never>
  }
  edition_succession: {
    edition: string
    from_edition: string
    reconfirm_by: string
  }
  succession_line: Line & { edition: string }
}
