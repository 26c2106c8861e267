import { sql } from 'kysely'
import type { Permission } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import {
  type Colleague,
  type DemonstrationPerson,
  type IdentityCheck,
  identityCheckWords,
  type Membership,
  type Registration,
} from './model/account.ts'

export const currentMembership = sql<boolean>`valid_from <= current_date and (valid_to is null or valid_to >= current_date)`

/** The permissions that a membership carries today. */
export const permissionsNow = sql<Permission[]>`array(
  select permission from permission_grant held
  where held.person_id = membership.person_id and held.organisation = membership.organisation
    and is_current_grant(held.expires_on, held.ended_on))`

export function listDemonstrationPeople(db: Transaction): Promise<DemonstrationPerson[]> {
  return db
    .selectFrom('person')
    .where('demonstration', '=', true)
    .orderBy('name')
    .select(['id', 'name', (eb) => eb.fn.coalesce('about', sql<string>`''`).as('about')])
    .execute()
}

export async function listMemberships(db: Transaction, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.slug', 'membership.organisation')
    .where('person_id', '=', personId)
    .where(currentMembership)
    .orderBy('organisation.name')
    .select(['slug', 'organisation.name', 'job_title'])
    .select(permissionsNow.as('permissions'))
    .execute()
  return rows.map(({ slug, name, job_title, permissions }) => ({
    organisation: slug,
    organisationName: name,
    jobTitle: job_title,
    permissions,
  }))
}

/** Colleagues of the acting person who may assess, at an organisation they share. */
export function listAssessors(db: Transaction, personId: string): Promise<Colleague[]> {
  return listColleagues(db, personId, (row) => row.permissions.includes('assess'))
}

async function listColleagues(
  db: Transaction,
  personId: string,
  wanted: (row: { id: string; organisation: string; permissions: string[] }) => boolean,
): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organisation', 'organisation.slug', 'membership.organisation')
    .leftJoin('registration', 'registration.person_id', 'person.id')
    .where(currentMembership)
    .where('person.id', '<>', personId)
    .where('membership.organisation', 'in', (query) =>
      query
        .selectFrom('membership as mine')
        .where('mine.person_id', '=', personId)
        .where(currentMembership)
        .select('mine.organisation'),
    )
    .orderBy('person.name')
    .select([
      'person.id',
      'person.name',
      'job_title',
      'membership.organisation',
      'organisation.name as organisation_name',
      'regulator',
      'number',
    ])
    .select(permissionsNow.as('permissions'))
    .execute()
  return rows.filter(wanted).map((row) => ({
    id: row.id,
    name: row.name,
    jobTitle: row.job_title,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    registration: registrationOf(row),
  }))
}

/** Who issues for an organisation now, as the acting person may see them. */
export function listIssuers(
  db: Transaction,
  organisation: string,
): Promise<{ readonly id: string; readonly name: string; readonly jobTitle: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('organisation', '=', organisation)
    .where(currentMembership)
    .where(sql<boolean>`'issue' = any (${permissionsNow})`)
    .orderBy('person.name')
    .select(['person.id', 'person.name', 'job_title as jobTitle'])
    .execute()
}

function registrationOf(row: {
  regulator: string | null
  number: string | null
}): Registration | undefined {
  if (row.regulator === null || row.number === null) return undefined
  return { regulator: row.regulator, number: row.number }
}

/** The names of people whom the acting person may see. */
export async function findNames(
  db: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function findRegistration(
  db: Transaction,
  personId: string,
): Promise<Registration | undefined> {
  const row = await db
    .selectFrom('registration')
    .where('person_id', '=', personId)
    .select(['regulator', 'number'])
    .executeTakeFirst()
  return row
}

/**
 * The latest check of a person's identity that the acting person may see. Who changes their name is
 * checked again: the old check was of somebody of another name.
 */
export async function findIdentityCheck(
  db: Transaction,
  personId: string,
): Promise<IdentityCheck | undefined> {
  const row = await db
    .selectFrom('identity_check')
    .innerJoin('organisation', 'organisation.slug', 'identity_check.organisation')
    .leftJoin('person as checker', 'checker.id', 'identity_check.checked_by')
    .innerJoin('person as checked', 'checked.id', 'identity_check.person_id')
    .where('identity_check.person_id', '=', personId)
    .where(sql<boolean>`checked.name_changed_at is null or recorded_at > checked.name_changed_at`)
    .orderBy('checked_on', 'desc')
    .select(['organisation.name', 'how', 'checked_on', 'checker.name as checked_by'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    organisationName: row.name,
    how: identityCheckWords[row.how],
    checkedOn: row.checked_on,
    checkedBy: row.checked_by ?? undefined,
  }
}
