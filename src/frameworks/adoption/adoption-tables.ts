import type { ColumnType } from 'kysely'
import type { Proof } from '../../actor.ts'

export interface AdoptionTables {
  adoption: {
    id: string
    organisation: string
    framework: string
    number: number
    edition: string
    from_day: string
    reason: string
    made_by: string
    at: ColumnType<Date, Date | undefined, never>
    stepped_up_how: Proof
    stepped_up_at: Date
  }
}
