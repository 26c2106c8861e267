/** The SQL of invitations, as the managers of an organisation see them. */
import { type SqlBool, sql } from 'kysely'
import type { IdentityCheckWay } from '../../accounts/model/account.ts'
import type { Permission } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Invitation, InvitationWay } from './model/invitation.ts'
import type { Known } from './model/judge-rows.ts'
import { keyOf } from './model/judge-rows.ts'

export interface NewInvitation {
  readonly id: string
  readonly organisation: string
  readonly batch?: { readonly id: string; readonly row: number } | undefined
  readonly name: string
  readonly email: string | undefined
  readonly jobTitle: string
  readonly teamIds: readonly string[]
  readonly permissions: readonly Permission[]
  readonly startsOn: string
  readonly invitedBy: string
  readonly secretHash: Buffer | undefined
  readonly expiresAt: Date
}

/** False where this address is invited there already. */
export async function insertInvitation(
  db: Transaction,
  invitation: NewInvitation,
): Promise<boolean> {
  const { batch, email, secretHash, ...one } = invitation
  const row = await db
    .insertInto('invitation')
    .values({
      ...{ id: one.id, organisation: one.organisation, name: one.name, email: email ?? null },
      ...{ batch_id: batch?.id ?? null, batch_row: batch?.row ?? null },
      way: email === undefined ? 'printed-code' : 'email',
      ...{ job_title: one.jobTitle, team_ids: [...one.teamIds], starts_on: one.startsOn },
      permissions: [...one.permissions],
      ...{ invited_by: one.invitedBy, secret_hash: secretHash ?? null, expires_at: one.expiresAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const isOver = sql<SqlBool>`num_nonnulls(accepted_at, declined_at, cancelled_at) > 0`

/** The latest first: those that wait for an answer, or those that have one. */
export async function listInvitations(
  db: Transaction,
  wanted: {
    readonly organisation: string
    readonly over: boolean
    readonly offset: number
    readonly limit: number
  },
): Promise<{ readonly invitations: Invitation[]; readonly count: number }> {
  const rows = await selectInvitations(db, wanted.organisation)
    .where(wanted.over ? isOver : sql<SqlBool>`not (${isOver})`)
    .orderBy('invited_at', 'desc')
    .orderBy('batch_row')
    .offset(wanted.offset)
    .limit(wanted.limit)
    .select(sql<string>`count(*) over ()`.as('count'))
    .execute()
  return { invitations: rows.map(invitationOf), count: Number(rows[0]?.count ?? 0) }
}

/** Throws NotFound. */
export async function getInvitation(
  db: Transaction,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<Invitation> {
  const row = await selectInvitations(db, organisation).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`invitation ${id}`)
  return invitationOf(row)
}

/** Of a file: those for a printed code that nobody has printed yet, in the file's order. */
export async function listToPrint(
  db: Transaction,
  wanted: {
    readonly organisation: string
    readonly batchId: string
    readonly limit: number
  },
): Promise<Invitation[]> {
  const rows = await selectInvitations(db, wanted.organisation)
    .where('batch_id', '=', wanted.batchId)
    .where('way', '=', 'printed-code')
    .where('secret_hash', 'is', null)
    .where(sql<SqlBool>`not (${isOver})`)
    .orderBy('batch_row')
    .limit(wanted.limit)
    .execute()
  return rows.map(invitationOf)
}

/** False where it is over, or was answered a moment ago. */
export async function setSecret(
  db: Transaction,
  secret: {
    readonly id: string
    readonly organisation: string
    readonly hash: Buffer
    readonly expiresAt: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await unanswered(db, secret)
    .set({ secret_hash: secret.hash, expires_at: secret.expiresAt })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it is over. */
export async function setCancelled(
  db: Transaction,
  cancelled: {
    readonly id: string
    readonly organisation: string
    readonly by: string
    readonly at: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await unanswered(db, cancelled)
    .set({ cancelled_at: cancelled.at, cancelled_by: cancelled.by })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function setHandedOver(
  db: Transaction,
  handed: {
    readonly id: string
    readonly organisation: string
    readonly how: IdentityCheckWay
    readonly on: string
    readonly by: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await unanswered(db, handed)
    .set({
      identity_how: handed.how,
      identity_checked_on: handed.on,
      identity_checked_by: handed.by,
    })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function unanswered(
  db: Transaction,
  { id, organisation }: { readonly id: string; readonly organisation: string },
) {
  return db
    .updateTable('invitation')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where(sql<SqlBool>`not (${isOver})`)
}

/** An earlier one by this address that ran out, so that another can be sent. */
export async function setExpiredCancelled(
  db: Transaction,
  expired: {
    readonly organisation: string
    readonly email: string
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await db
    .updateTable('invitation')
    .where('organisation', '=', expired.organisation)
    .where('email', '=', expired.email)
    .where('expires_at', '<=', expired.at)
    .where(sql<SqlBool>`not (${isOver})`)
    .set({ cancelled_at: expired.at, cancelled_by: expired.by })
    .execute()
}

/** Who of these is here, and who is invited and still has time to answer. */
export async function findKnown(
  db: Transaction,
  asked: {
    readonly organisation: string
    readonly emails: readonly string[]
    /** Whether names are compared: of people without an address. */
    readonly names: boolean
    readonly now: Date
  },
): Promise<Known> {
  const { organisation, emails, names, now } = asked
  const here = await sql<{ readonly address: string }>`
    select address from addresses_at(${organisation}, ${emails}) address`.execute(db)
  const invited = await db
    .selectFrom('invitation')
    .where('organisation', '=', organisation)
    .where(sql<SqlBool>`not (${isOver})`)
    .where((eb) => eb.or([eb('expires_at', '>', now), eb('secret_hash', 'is', null)]))
    .select(['email', 'name'])
    .execute()
  return {
    emailsHere: new Set(here.rows.map(({ address }) => address)),
    emailsInvited: new Set(invited.flatMap(({ email }) => (email === null ? [] : [email]))),
    namesHere: new Set(names ? (await listNamesHere(db, organisation)).map(keyOf) : []),
    namesInvited: new Set(
      invited.flatMap(({ email, name }) => (email === null && name !== null ? [keyOf(name)] : [])),
    ),
  }
}

async function listNamesHere(db: Transaction, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    select name from names_at(${organisation}) name`.execute(db)
  return rows.map(({ name }) => name)
}

function selectInvitations(db: Transaction, organisation: string) {
  return db
    .selectFrom('invitation')
    .where('organisation', '=', organisation)
    .select(['id', 'organisation', 'name', 'email', 'way', 'job_title', 'team_ids', 'permissions'])
    .select(['starts_on', 'invited_at', 'expires_at', 'accepted_at', 'accepted_by'])
    .select(['declined_at', 'cancelled_at'])
    .select(sql<boolean>`secret_hash is not null`.as('has_secret'))
    .select(sql<boolean>`identity_how is not null`.as('identity_checked'))
}

export interface InvitationRow {
  readonly id: string
  readonly organisation: string
  readonly name: string | null
  readonly email: string | null
  readonly way: InvitationWay
  readonly job_title: string
  readonly team_ids: readonly string[]
  readonly permissions: readonly Permission[]
  readonly starts_on: string
  readonly invited_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly accepted_by: string | null
  readonly declined_at: Date | null
  readonly cancelled_at: Date | null
  readonly has_secret: boolean
  readonly identity_checked: boolean
}

function invitationOf(row: InvitationRow): Invitation {
  return {
    ...{ id: row.id, organisation: row.organisation, way: row.way },
    ...{ name: row.name ?? undefined, email: row.email ?? undefined },
    ...{ jobTitle: row.job_title, teamIds: row.team_ids, permissions: row.permissions },
    ...{ startsOn: row.starts_on, invitedAt: row.invited_at, expiresAt: row.expires_at },
    ...{ hasSecret: row.has_secret, identityChecked: row.identity_checked },
    acceptedAt: row.accepted_at ?? undefined,
    acceptedBy: row.accepted_by ?? undefined,
    declinedAt: row.declined_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
  }
}
