import type { ColumnType, JSONColumnType } from 'kysely'

type AtInsert<T> = ColumnType<T, T, never>
type Stamp = ColumnType<Date, Date | undefined, never>

export interface CredentialsTables {
  base_address: {
    only_one: ColumnType<boolean, boolean | undefined, never>
    base_url: string
    stored_at: Stamp
  }
  issuer_key: {
    id: string
    organisation: string
    public_key: Buffer
    sealed_private_key: Buffer
    created_at: Stamp
  }
  holder_key: { did: string; holder_id: string; sealed_private_key: Buffer; created_at: Stamp }
  status_list: {
    id: AtInsert<string>
    organisation: AtInsert<string>
    length: AtInsert<number>
    step: AtInsert<number>
    start: AtInsert<number>
    used: ColumnType<number, number | undefined, number>
    created_at: Stamp
  }
  status_change: {
    id: string
    list: string
    index: number
    purpose: 'revocation' | 'suspension'
    set: boolean
    at: Stamp
    /** The last day of a suspension. */
    until: ColumnType<string | null, string | null | undefined, never>
  }
  credential: {
    id: string
    holder_id: string
    organisation: string
    issued_by: string | null
    status_list: string
    status_index: number
    document: JSONColumnType<Record<string, unknown>>
    issued_at: Stamp
    replaces: string | null
  }
}
