/** The SQL of an invitation in the hands of whoever has its link or code. */
import { type SqlBool, sql } from 'kysely'
import type { Permission } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { InvitationState, InvitationWay } from './model/invitation.ts'
import { invitationState } from './model/invitation.ts'

/** What somebody is asked before they say yes or no. */
export interface Offer {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly verified: boolean
  /** As their employer wrote it. */
  readonly name: string | undefined
  /** The address that the letter went to; nothing for a code on paper. */
  readonly email: string | undefined
  readonly way: InvitationWay
  readonly jobTitle: string
  readonly permissions: readonly Permission[]
  readonly startsOn: string
  readonly expiresAt: Date
  readonly state: InvitationState
  /** Somebody has an account by the address that the letter went to. */
  readonly hasAccount: boolean
}

/** As `job:open-invitation`. Looking at it changes nothing. */
export async function findOffer(
  db: Transaction,
  { secretHash, now }: { readonly secretHash: Buffer; readonly now: Date },
): Promise<Offer | undefined> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.slug', 'invitation.organisation')
    .where('secret_hash', '=', secretHash)
    .select(['invitation.id', 'invitation.organisation', 'organisation.name as organisationName'])
    .select(['invitation.name', 'email', 'way', 'job_title', 'permissions', 'starts_on'])
    .select(['expires_at', 'accepted_at', 'declined_at', 'cancelled_at'])
    .select(sql<boolean>`may_issue(organisation.slug)`.as('verified'))
    .select(sql<boolean>`account_of_invitation(secret_hash) is not null`.as('hasAccount'))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, organisation, organisationName, verified, hasAccount, way, permissions } = row
  const moments = {
    ...{ hasSecret: true, expiresAt: row.expires_at },
    acceptedAt: row.accepted_at ?? undefined,
    declinedAt: row.declined_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
  }
  return {
    ...{ id, organisation, organisationName, verified, hasAccount, way, permissions },
    ...{ name: row.name ?? undefined, email: row.email ?? undefined, jobTitle: row.job_title },
    ...{ startsOn: row.starts_on, expiresAt: row.expires_at },
    state: invitationState(moments, now),
  }
}

export interface Taken {
  readonly id: string
  readonly organisation: string
  readonly membershipId: string
}

/**
 * Takes an open invitation, once: the job and what it lets them do are theirs. With a name also the
 * account is made, as `job:sign-in`. Undefined where it is not open (any more).
 */
export async function takeInvitation(
  db: Transaction,
  taking: {
    readonly secretHash: Buffer
    readonly personId: string
    readonly newName?: string | undefined
  },
): Promise<Taken | undefined> {
  const { secretHash, personId, newName = null } = taking
  const { rows } = await sql<{
    readonly id: string
    readonly organisation: string
    readonly membership_id: string
  }>`select * from take_invitation(${secretHash}, ${personId}, ${newName})`.execute(db)
  const [taken] = rows
  return (
    taken && { id: taken.id, organisation: taken.organisation, membershipId: taken.membership_id }
  )
}

/** As `job:open-invitation`. Gives which it was, or nothing where it was over before. */
export async function setDeclined(
  db: Transaction,
  { secretHash, at }: { readonly secretHash: Buffer; readonly at: Date },
): Promise<{ readonly id: string; readonly organisation: string } | undefined> {
  return db
    .updateTable('invitation')
    .where('secret_hash', '=', secretHash)
    .where('expires_at', '>', at)
    .where(sql<SqlBool>`num_nonnulls(accepted_at, declined_at, cancelled_at) = 0`)
    .set({ declined_at: at })
    .returning(['id', 'organisation'])
    .executeTakeFirst()
}
