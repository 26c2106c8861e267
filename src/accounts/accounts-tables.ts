import type { ColumnType } from 'kysely'
import type { Permission } from '../actor.ts'
import type { IdentityCheckWay } from './model/account.ts'
import type { SignInTables } from './sign-in/sign-in-tables.ts'

type Generated<T> = ColumnType<T, T | undefined, T>

export interface AccountsTables extends SignInTables {
  person: {
    id: string
    name: string
    about: string | null
    level: string | null
    profession: string | null
    demonstration: Generated<boolean>
    created_at: Generated<Date>
    name_changed_at: ColumnType<Date | null, never, never>
  }
  membership: {
    id: Generated<string>
    person_id: string
    organisation: string
    job_title: string
    valid_from: Generated<string>
    valid_to: string | null
    ended_by: string | null
  }
  permission_grant: {
    id: Generated<string>
    person_id: string
    organisation: string
    permission: Permission
    granted_by: string | null
    granted_at: Generated<Date>
    expires_on: string | null
    review_on: string | null
    ended_on: string | null
    ended_by: string | null
  }
  registration: {
    id: Generated<string>
    person_id: string
    regulator: string
    number: string
    profession: string
    recorded_at: ColumnType<Date, undefined, never>
    ended_at: ColumnType<Date | null, undefined, Date>
  }
  identity_check: {
    id: string
    person_id: string
    organisation: string
    how: IdentityCheckWay
    checked_on: string
    checked_by: string | null
    recorded_at: ColumnType<Date, never, never>
  }
  account_closing: {
    id: string
    person_id: string
    asked_at: ColumnType<Date, Date | undefined, never>
    erase_after: ColumnType<Date, Date, never>
    undone_at: ColumnType<Date | null, undefined, Date>
    erased_at: ColumnType<Date | null, never, never>
    remains_ended_at: ColumnType<Date | null, never, never>
  }
}
