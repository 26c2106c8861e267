import type { ColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, never>

export interface EvidenceTables {
  evidence: {
    id: string
    holder_id: string
    entry_id: string | null
    edition: string | null
    code: string | null
    words: string
    file_type: string | null
    size: number | null
    scan: string | null
    at: Stamp
  }
  evidence_file: { evidence_id: string; holder_id: string; sealed_key: Buffer; sealed: Buffer }
}
