import { type Expression, sql } from 'kysely'
import type { Permission } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import {
  type Colleague,
  type DemonstrationPerson,
  type IdentityCheck,
  identityCheckWords,
  type Membership,
  type Registration,
  type RegistrationCheck,
} from './model/account.ts'

const currentMembership = sql<boolean>`valid_from <= current_date and (valid_to is null or valid_to >= current_date)`

/** The permissions that a membership carries today. */
const permissionsNow = sql<Permission[]>`array(
  select permission from permission_grant held
  where held.person_id = membership.person_id and held.organisation = membership.organisation
    and is_current_grant(held.expires_on, held.ended_on))`

export async function listDemonstrationPeople(db: Transaction): Promise<DemonstrationPerson[]> {
  const found = sql<DemonstrationPerson>`select id, name, about from demonstration_people() order by name`
  return (await found.execute(db)).rows
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

/** Colleagues of the acting person who may assess, each once for an organisation they share. */
export async function listAssessors(db: Transaction, personId: string): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('permission_grant as held')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'held.person_id')
        .onRef('membership.organisation', '=', 'held.organisation'),
    )
    .innerJoin('person', 'person.id', 'held.person_id')
    .innerJoin('organisation', 'organisation.slug', 'held.organisation')
    .where('held.permission', '=', 'assess')
    .where(sql<boolean>`is_current_grant(held.expires_on, held.ended_on)`)
    .where(currentMembership)
    .where('held.person_id', '<>', personId)
    .where(sql<boolean>`held.person_id not in (select closing_people())`)
    .where('held.organisation', 'in', (query) =>
      query
        .selectFrom('membership as mine')
        .where('mine.person_id', '=', personId)
        .where(currentMembership)
        .select('mine.organisation'),
    )
    .distinctOn(['person.name', 'person.id', 'held.organisation'])
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('held.organisation')
    .orderBy('membership.valid_from')
    .select(['person.id', 'person.name', 'job_title as jobTitle', 'held.organisation'])
    .select('organisation.name as organisationName')
    .select(
      registrationSeenAt({ person: sql.ref('person.id'), at: sql.ref('held.organisation') }).as(
        'registration',
      ),
    )
    .execute()
  return rows.map(({ registration, ...row }) => ({
    ...row,
    registration: registrationOf(registration),
  }))
}

interface RegistrationJson {
  readonly regulator: string
  readonly number: string
  readonly check: RegistrationCheck | null
}

/** With the latest check by one organisation; of several registrations a checked one comes first. */
function registrationSeenAt({
  person,
  at,
}: {
  readonly person: Expression<string>
  readonly at: Expression<string>
}) {
  return sql<RegistrationJson | null>`(
    select jsonb_build_object('regulator', regulator, 'number', number, 'check', seen.check_made)
    from registration left join lateral (
      select outcome, jsonb_build_object(
          'outcome', outcome, 'by', checker.name, 'on', checked_on) as check_made
      from registration_check join organisation checker on checker.slug = registration_check.organisation
      where registration_id = registration.id and registration_check.organisation = ${at}
      order by registration_check.recorded_at desc limit 1) seen on true
    where registration.person_id = ${person} and ended_at is null
    order by seen.outcome is not distinct from 'on-register' desc, registration.recorded_at desc
    limit 1)`
}

function registrationOf(row: RegistrationJson | null): Registration | undefined {
  if (row === null) return undefined
  return { regulator: row.regulator, number: row.number, check: row.check ?? undefined }
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

/** The names of people whom the acting person may see. */
export async function findNames(
  db: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** As an organisation where they work knows it. */
export async function findRegistration(
  db: Transaction,
  { personId, organisation }: { readonly personId: string; readonly organisation: string },
): Promise<Registration | undefined> {
  const at = { person: sql<string>`${personId}`, at: sql<string>`${organisation}` }
  const row = await db
    .selectNoFrom(registrationSeenAt(at).as('registration'))
    .executeTakeFirstOrThrow()
  return registrationOf(row.registration)
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
    .where('identity_check.person_id', '=', personId)
    .where(sql<boolean>`is_under_present_name(identity_check.id)`)
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
