import type { ColumnType, JSONColumnType } from 'kysely'
import type { ReadResponse } from './model/read-response.ts'

export interface ConsultationsTables {
  consultation_response: {
    id: string
    consultation: string
    /** SHA-256 of the lines that are not blank, so that the same text is not imported twice. */
    digest: string
    respondent: string
    example: boolean
    parsed: JSONColumnType<ReadResponse>
    source: string
    imported_by: string
    at: ColumnType<Date, Date | undefined, never>
  }
}
