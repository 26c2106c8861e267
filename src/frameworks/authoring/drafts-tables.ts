import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { DraftRole, DraftState } from './model/draft.ts'
import type { DraftThing } from './model/draft-thing.ts'

export interface DraftsTables {
  draft: {
    id: string
    organisation: string
    slug: string
    version: string
    base: string | null
    state: ColumnType<DraftState, DraftState | undefined, DraftState>
    revision: ColumnType<number, never, never>
    changed_in: ColumnType<string, never, never>
    begun_by: string
    begun_at: ColumnType<Date, Date | undefined, never>
  }
  draft_person: {
    draft_id: string
    person_id: string
    role: DraftRole
    asked_by: string
    asked_at: ColumnType<Date, Date | undefined, never>
    ended_at: ColumnType<Date | null, never, Date>
  }
  draft_thing: {
    draft_id: string
    thing: string
    position: number
    value: JSONColumnType<DraftThing['value']>
    revision: Generated<number>
  }
  draft_change: {
    number: ColumnType<number, never, never>
    draft_id: string
    thing: string
    act: 'added' | 'changed' | 'moved' | 'taken-out'
    before: JSONColumnType<DraftThing['value']> | null
    position: number | null
    by: string
    at: ColumnType<Date, Date | undefined, never>
  }
}
