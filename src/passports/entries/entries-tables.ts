import type { ColumnType, JSONColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, never>

export interface EntriesTables {
  passport_entry: { id: string; holder_id: string; kind: string; at: Stamp }
  passport_entry_version: {
    entry_id: string
    version: number
    holder_id: string
    title: string
    from_on: string | null
    to_on: string | null
    valid_until: string | null
    private: boolean
    edition: string
    codes: string[]
    facts: JSONColumnType<Record<string, string>>
    at: Stamp
  }
}
