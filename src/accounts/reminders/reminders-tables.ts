import type { ColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, Date>

export interface RemindersTables {
  reminder_choice: { person_id: string; letters: string; at: Stamp }
  weekly_letter: {
    person_id: ColumnType<string, never, never>
    week: ColumnType<string, never, never>
    at: ColumnType<Date, never, never>
  }
}
