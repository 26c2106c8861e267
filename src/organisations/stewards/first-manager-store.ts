/** The SQL of whom a steward names where nobody manages people: first of all, or again. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { ManagerNaming, NamingShownBy } from '../model/manager-naming.ts'
import type { NamedOrganisation } from '../register-search-store.ts'

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
  /** They work there today. */
  readonly worksThere: boolean
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
    .select(sql<boolean>`coalesce(works_at(accepted_by, organisation), false)`.as('works_there'))
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name ?? undefined },
    ...{ invitedAt: row.invited_at, expiresAt: row.expires_at },
    ...{ personId: row.accepted_by ?? undefined, declined: row.declined_at !== null },
    worksThere: row.works_there,
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
  await sql`select end_lapsed_manager(${personId}, ${organisation})`.execute(db)
  await db
    .insertInto('permission_grant')
    .values({
      ...{ id, person_id: personId, organisation, permission: 'manage-team' },
      ...{ granted_by: grantedBy, expires_on: expiresOn, review_on: reviewOn },
    })
    .execute()
  return id
}

export async function insertNaming(
  db: Transaction,
  naming: {
    readonly grantId: string
    readonly organisation: string
    readonly namedBy: string
    readonly shownBy: NamingShownBy
    readonly reason: string
  },
): Promise<void> {
  const { grantId, organisation, namedBy, shownBy, reason } = naming
  await db
    .insertInto('manager_naming')
    .values({ grant_id: grantId, organisation, named_by: namedBy, shown_by: shownBy, reason })
    .execute()
}

/** How managers came to be named by stewards, the latest first. */
export async function listNamings(db: Transaction, organisation: string): Promise<ManagerNaming[]> {
  const rows = await db
    .selectFrom('manager_naming')
    .where('organisation', '=', organisation)
    .orderBy('named_at', 'desc')
    .select(['named_by', 'named_at', 'shown_by', 'reason'])
    .execute()
  return rows.map(({ named_by, named_at, shown_by, reason }) => ({
    ...{ namedBy: named_by, namedAt: named_at, shownBy: shown_by, reason },
  }))
}

const mostWithoutManager = 100

/** For stewards: those that can issue, and where nobody manages people. */
export function listWithoutManager(db: Transaction): Promise<NamedOrganisation[]> {
  return db
    .selectFrom('organisation')
    .where('slug', 'in', sql<string>`(select organisations_without_manager())`)
    .orderBy('name')
    .limit(mostWithoutManager)
    .select(['slug', 'name'])
    .execute()
}
