import type { ColumnType, JSONColumnType } from 'kysely'

type Kept<T> = ColumnType<T, T, never>
type Stamp = ColumnType<Date, Date | undefined, never>

export interface AuditTables {
  audit_event: {
    id: Kept<string>
    at: Stamp
    actor: Kept<string>
    action: Kept<string>
    subject_ref: Kept<string>
    organisation: Kept<string | null>
    about: Kept<string | null>
    details: JSONColumnType<Record<string, unknown>>
  }
  audit_waiting: { event_id: ColumnType<string, never, never> }
  audit_key: {
    id: Kept<string>
    public_key: Kept<Buffer>
    endorsed_by: Kept<string | null>
    endorsement: Kept<Buffer | null>
    created_at: Stamp
  }
  audit_private_key: { key: Kept<string>; sealed_private_key: Kept<Buffer> }
  audit_batch: {
    number: Kept<number>
    after: ColumnType<number | null, never, never>
    events: Kept<number>
    first_at: ColumnType<Date, string, never>
    last_at: ColumnType<Date, string, never>
    root: Kept<Buffer>
    previous: Kept<Buffer>
    sealed_at: ColumnType<Date, string, never>
    key: Kept<string>
    signature: Kept<Buffer>
  }
  audit_seal: { event_id: Kept<string>; batch: Kept<number>; position: Kept<number> }
}
