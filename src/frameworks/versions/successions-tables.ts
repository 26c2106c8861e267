import type { Fate } from '../model/succession.ts'

export interface SuccessionsTables {
  edition_succession: { edition: string; from_edition: string; reconfirm_by: string }
  succession_line: {
    edition: string
    from_code: string
    fate: Fate
    to_codes: string[]
    reason: string | null
  }
}
