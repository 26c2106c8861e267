import type { ColumnType, JSONColumnType } from 'kysely'

export interface AuditTables {
  audit_event: {
    id: string
    at: ColumnType<Date, Date | undefined, never>
    actor: string
    action: string
    subject_ref: string
    details: JSONColumnType<Record<string, unknown>>
  }
}
