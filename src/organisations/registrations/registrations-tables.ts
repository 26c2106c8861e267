import type { ColumnType } from 'kysely'
import type { CheckOutcome } from '../../accounts/model/account.ts'

export interface RegistrationsTables {
  registration_check: {
    id: ColumnType<string, string | undefined, never>
    registration_id: string
    organisation: string
    outcome: CheckOutcome
    checked_on: string
    checked_by: string
    recorded_at: ColumnType<Date, undefined, never>
  }
}
