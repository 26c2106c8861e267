import type { ColumnType } from 'kysely'

export interface CrosswalksTables {
  mapping: {
    id: string
    line: string
    supersedes: string | null
    from_edition: string
    from_codes: string[]
    level: string | null
    to_edition: string
    to_code: string
    relation: string
    coverage: string
    missing: string | null
    confidence: string
    why: string
    decided_by: string | null
    decided_for: string | null
    at: ColumnType<Date, Date | undefined, never>
  }
  mapping_answer: {
    mapping_id: string
    decided_by: string
    answered_by: string
    answered_for: string
    outcome: string
    reason: string | null
    at: ColumnType<Date, Date | undefined, never>
  }
  mapping_approval: {
    mapping_id: string
    approved_by: string
    approved_for: string
    outcome: string
    reason: string | null
    at: ColumnType<Date, Date | undefined, never>
  }
}
