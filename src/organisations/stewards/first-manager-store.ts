/** The SQL of the first manager of an organisation, whom a steward names. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'

/** For stewards, as the database has it: it can issue, and nobody manages people there. */
export async function mayNameFirstManager(db: Transaction, organisation: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select names_first_manager(${organisation}) as may`.execute(db)
  return rows[0]?.may ?? false
}

export interface InvitedManager {
  readonly id: string
  /** As the steward wrote it; gone some time after they have answered. */
  readonly name?: string | undefined
  readonly invitedAt: Date
  readonly expiresAt: Date
  /** Undefined until they have joined. */
  readonly personId?: string | undefined
  readonly declined: boolean
}

/** Those whom this steward invited there, the latest first. */
export async function listInvitedManagers(
  db: Transaction,
  wanted: { readonly organisation: string; readonly invitedBy: string },
): Promise<InvitedManager[]> {
  const rows = await db
    .selectFrom('invitation')
    .where('organisation', '=', wanted.organisation)
    .where('invited_by', '=', wanted.invitedBy)
    .where('cancelled_at', 'is', null)
    .orderBy('invited_at', 'desc')
    .select(['id', 'name', 'invited_at', 'expires_at', 'accepted_by', 'declined_at'])
    .execute()
  return rows.map(({ id, name, invited_at, expires_at, accepted_by, declined_at }) => ({
    ...{ id, name: name ?? undefined, invitedAt: invited_at, expiresAt: expires_at },
    ...{ personId: accepted_by ?? undefined, declined: declined_at !== null },
  }))
}

/** A steward may give it and, not working there, may not read it again. */
export async function insertFirstManager(
  db: Transaction,
  grant: {
    readonly personId: string
    readonly organisation: string
    readonly grantedBy: string
    readonly expiresOn: string
    readonly reviewOn: string
  },
): Promise<string> {
  const id = randomUUID()
  const { personId, organisation, grantedBy, expiresOn, reviewOn } = grant
  await db
    .insertInto('permission_grant')
    .values({
      ...{ id, person_id: personId, organisation, permission: 'manage-team' },
      ...{ granted_by: grantedBy, expires_on: expiresOn, review_on: reviewOn },
    })
    .execute()
  return id
}
