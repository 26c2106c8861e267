import type { ColumnType } from 'kysely'
import type { Fate } from '../model/succession.ts'

export interface VersionsTables {
  draft_fate: {
    draft_id: string
    number: number
    from_code: string
    fate: Fate
    to_codes: string[]
    reason: string | null
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
  succession_line: {
    edition: string
    from_code: string
    fate: Fate
    to_codes: string[]
    reason: string | null
  }
}
