/** The SQL of permissions: who was given what, by whom, and until when. */
import { sql } from 'kysely'
import type { Permission } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Grant } from './model/person-at.ts'

/** Those of one person at one organisation that hold today. */
export async function listGrants(
  db: Transaction,
  { personId, organisation }: { readonly personId: string; readonly organisation: string },
): Promise<Grant[]> {
  const rows = await held(db, organisation).where('held.person_id', '=', personId).execute()
  return rows.map(grantOf)
}

/** Of these people, as a page of the list shows them. */
export async function listGrantsOf(
  db: Transaction,
  {
    personIds,
    organisation,
  }: { readonly personIds: readonly string[]; readonly organisation: string },
): Promise<Grant[]> {
  if (personIds.length === 0) return []
  const rows = await held(db, organisation).where('held.person_id', 'in', personIds).execute()
  return rows.map(grantOf)
}

export async function findGrant(
  db: Transaction,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<(Grant & { readonly ended: boolean }) | undefined> {
  const row = await grants(db, organisation)
    .where('held.id', '=', id)
    .select(sql<boolean>`ended_on is not null`.as('ended'))
    .executeTakeFirst()
  return row && { ...grantOf(row), ended: row.ended }
}

export interface ReviewedGrant extends Grant {
  readonly personName: string
  readonly endedOn?: string | undefined
}

/** What must be looked at by a day: it ends or is to be reviewed by then, or has no end at all. */
export async function listDueGrants(
  db: Transaction,
  due: { readonly organisation: string; readonly by: string; readonly today: string },
): Promise<ReviewedGrant[]> {
  const rows = await reviewed(db, due.organisation)
    .where('ended_on', 'is', null)
    .where(
      sql<boolean>`(expires_on is null and (review_on is null or review_on <= ${due.today}::date)
        or expires_on <= ${due.by}::date or review_on <= ${due.today}::date)`,
    )
    .where(sql<boolean>`works_at(held.person_id, held.organisation)`)
    .orderBy(sql`expires_on nulls first`)
    .orderBy('person.name')
    .execute()
  return reviewedOf(rows)
}

/** What managers decided on a day: given anew, or ended. */
export async function listDecidedGrants(
  db: Transaction,
  { organisation, on }: { readonly organisation: string; readonly on: string },
): Promise<ReviewedGrant[]> {
  const rows = await reviewed(db, organisation)
    .where(
      sql<boolean>`(ended_on = ${on}::date or (granted_by is not null and ended_on is null
        and (granted_at at time zone 'Europe/London')::date = ${on}::date))`,
    )
    .where(sql<boolean>`works_at(held.person_id, held.organisation)`)
    .orderBy('person.name')
    .orderBy('granted_at', 'desc')
    .execute()
  return reviewedOf(rows)
}

export async function insertGrant(
  db: Transaction,
  grant: {
    readonly personId: string
    readonly organisation: string
    readonly permission: Permission
    readonly grantedBy: string
    readonly expiresOn: string
    readonly reviewOn: string
  },
): Promise<string> {
  const { personId, organisation, permission, grantedBy, expiresOn, reviewOn } = grant
  const row = await db
    .insertInto('permission_grant')
    .values({
      ...{ person_id: personId, organisation, permission },
      ...{ granted_by: grantedBy, expires_on: expiresOn, review_on: reviewOn },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where it was ended before. */
export async function setGrantEnded(
  db: Transaction,
  grant: {
    readonly id: string
    readonly organisation: string
    readonly on: string
    readonly by: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('permission_grant')
    .where('id', '=', grant.id)
    .where('organisation', '=', grant.organisation)
    .where('ended_on', 'is', null)
    .set({ ended_on: grant.on, ended_by: grant.by })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What was given but runs out, and still stands in the way of giving it anew. */
export async function setLapsedGrantEnded(
  db: Transaction,
  grant: {
    readonly personId: string
    readonly organisation: string
    readonly permission: Permission
    readonly on: string
    readonly by: string
  },
): Promise<void> {
  await db
    .updateTable('permission_grant')
    .where('person_id', '=', grant.personId)
    .where('organisation', '=', grant.organisation)
    .where('permission', '=', grant.permission)
    .where('ended_on', 'is', null)
    .where(sql<boolean>`not is_current_grant(expires_on, ended_on)`)
    .set({ ended_on: grant.on, ended_by: grant.by })
    .execute()
}

/** Permissions end with the job: on its last day, or before. */
export async function setGrantsExpired(
  db: Transaction,
  grants: { readonly personId: string; readonly organisation: string; readonly on: string },
): Promise<void> {
  await db
    .updateTable('permission_grant')
    .where('person_id', '=', grants.personId)
    .where('organisation', '=', grants.organisation)
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('expires_on', 'is', null), eb('expires_on', '>', grants.on)]))
    .set({ expires_on: grants.on })
    .execute()
}

/** Whoever manages people today and still works there after a day. */
export async function listManagersAfter(
  db: Transaction,
  { organisation, day }: { readonly organisation: string; readonly day: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('permission_grant as held')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'held.person_id')
        .onRef('membership.organisation', '=', 'held.organisation'),
    )
    .where('held.organisation', '=', organisation)
    .where('held.permission', '=', 'manage-team')
    .where(sql<boolean>`is_current_grant(held.expires_on, held.ended_on)`)
    .where(sql<boolean>`works_at(held.person_id, held.organisation)`)
    .where(sql<boolean>`(valid_to is null or valid_to > ${day}::date)`)
    .where(sql<boolean>`not is_closing(held.person_id)`)
    .select('held.person_id')
    .distinct()
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** The names of where this person manages people, and nobody else does. */
export async function listManagedAlone(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('permission_grant as held')
    .innerJoin('organisation', 'organisation.slug', 'held.organisation')
    .where('held.person_id', '=', personId)
    .where('permission', '=', 'manage-team')
    .where(sql<boolean>`is_current_grant(held.expires_on, held.ended_on)`)
    .where(
      sql<boolean>`array[held.person_id] = array(select distinct person_id from managers_of(held.organisation))`,
    )
    .orderBy('name')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Of two managers who end each other's permission at once, one does. */
export async function lockManagers(db: Transaction, organisation: string): Promise<void> {
  const key = `managers:${organisation}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

function grants(db: Transaction, organisation: string) {
  return db
    .selectFrom('permission_grant as held')
    .leftJoin('person as giver', 'giver.id', 'held.granted_by')
    .where('held.organisation', '=', organisation)
    .select(['held.id', 'held.person_id', 'permission', 'giver.name as given_by'])
    .select(['granted_at', 'expires_on', 'review_on'])
}

function held(db: Transaction, organisation: string) {
  return grants(db, organisation)
    .where(sql<boolean>`is_current_grant(held.expires_on, held.ended_on)`)
    .orderBy('permission')
}

function reviewed(db: Transaction, organisation: string) {
  return grants(db, organisation)
    .innerJoin('person', 'person.id', 'held.person_id')
    .select(['person.name as person_name', 'ended_on'])
}

interface GrantRow {
  readonly id: string
  readonly person_id: string
  readonly permission: Permission
  readonly given_by: string | null
  readonly granted_at: Date
  readonly expires_on: string | null
  readonly review_on: string | null
}

function grantOf(row: GrantRow): Grant {
  return {
    id: row.id,
    personId: row.person_id,
    permission: row.permission,
    givenBy: row.given_by ?? undefined,
    givenAt: row.granted_at,
    expiresOn: row.expires_on ?? undefined,
    reviewOn: row.review_on ?? undefined,
  }
}

function reviewedOf(
  rows: readonly (GrantRow & { readonly person_name: string; readonly ended_on: string | null })[],
): ReviewedGrant[] {
  return rows.map((row) => ({
    ...grantOf(row),
    personName: row.person_name,
    endedOn: row.ended_on ?? undefined,
  }))
}
