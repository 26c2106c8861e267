import type { ColumnType } from 'kysely'
import type { IdentityCheckWay } from '../../accounts/model/account.ts'
import type { Permission } from '../../actor.ts'
import type { InvitationWay } from './model/invitation.ts'
import type { PersonRow } from './model/people-file.ts'

type Generated<T> = ColumnType<T, T | undefined, T>

export interface InvitationsTables {
  invitation_batch: {
    id: string
    organisation: string
    made_by: string
    made_at: ColumnType<Date, undefined, never>
    rows: ColumnType<readonly PersonRow[] | null, string, string | null>
    started_at: Date | null
    started_by: string | null
    total: Generated<number>
    done: Generated<number>
    invited: Generated<number>
    finished_at: Date | null
  }
  invitation: {
    id: string
    organisation: string
    batch_id: string | null
    batch_row: number | null
    name: string | null
    email: string | null
    way: InvitationWay
    job_title: string
    team_ids: string[]
    permissions: Permission[]
    starts_on: string
    invited_by: string
    invited_at: ColumnType<Date, undefined, never>
    secret_hash: Buffer | null
    expires_at: Date
    identity_how: IdentityCheckWay | null
    identity_checked_on: string | null
    identity_checked_by: string | null
    accepted_at: ColumnType<Date | null, undefined, never>
    accepted_by: ColumnType<string | null, undefined, never>
    membership_id: ColumnType<string | null, undefined, never>
    declined_at: Date | null
    cancelled_at: Date | null
    cancelled_by: string | null
  }
}
