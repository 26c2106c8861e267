import type { ColumnType } from 'kysely'

type Stamp = ColumnType<Date, Date | undefined, never>
type ChangingStamp = ColumnType<Date, Date | undefined, Date>

export interface GoalsTables {
  goal: {
    id: string
    holder_id: string
    kind: string
    level: string
    edition: string
    codes: string[]
    words: string | null
    look_again_on: string | null
    state: ColumnType<string, string | undefined, string>
    shared: ColumnType<boolean, boolean | undefined, boolean>
    version: ColumnType<number, number | undefined, number>
    set_at: Stamp
    state_at: ChangingStamp
  }
  goal_step: {
    id: string
    goal_id: string
    holder_id: string
    suggestion: string | null
    words: string
    helper: string
    state: ColumnType<string, string | undefined, string>
    version: ColumnType<number, number | undefined, number>
    added_at: Stamp
    state_at: ChangingStamp
  }
  goal_change: {
    goal_id: string
    number: number
    holder_id: string
    act: string
    words: string | null
    codes: string[] | null
    look_again_on: string | null
    at: Stamp
  }
}
