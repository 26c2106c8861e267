import type { ColumnType } from 'kysely'

export interface EqualityTables {
  equality_answer: { pseudonym: Buffer; sealed: Buffer }
  equality_key: { single: ColumnType<boolean, boolean | undefined, never>; fingerprint: Buffer }
}
