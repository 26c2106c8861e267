/** The SQL of who works at an organisation, as its managers see them. */
import { type SqlBool, sql } from 'kysely'
import type { Permission } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Job, Standing } from './model/person-at.ts'

export interface Employer {
  readonly slug: string
  readonly name: string
  readonly kind: string
  /** Two stewards have verified it: what it signs off, others can rely on. */
  readonly mayIssue: boolean
}

export async function getEmployer(db: Transaction, slug: string): Promise<Employer> {
  const row = await db
    .selectFrom('organisation')
    .where('slug', '=', slug)
    .select(['slug', 'name', 'kind', sql<boolean>`may_issue(slug)`.as('mayIssue')])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`organisation ${slug}`)
  return row
}

/** Where somebody holds one of these permissions today. */
export function listEmployersWhere(
  db: Transaction,
  { personId, may }: { readonly personId: string; readonly may: readonly Permission[] },
): Promise<{ readonly slug: string; readonly name: string }[]> {
  return db
    .selectFrom('organisation')
    .where('slug', 'in', (query) =>
      query
        .selectFrom('permission_grant')
        .where('person_id', '=', personId)
        .where('permission', 'in', may)
        .where(sql<boolean>`is_current_grant(expires_on, ended_on)`)
        .where(sql<boolean>`works_at(person_id, organisation)`)
        .select('organisation'),
    )
    .orderBy('name')
    .select(['slug', 'name'])
    .execute()
}

export interface PeopleWanted {
  readonly organisation: string
  readonly standing: Standing
  readonly today: string
  /** Part of a name or a job title. */
  readonly search?: string | undefined
  readonly teamId?: string | undefined
}

export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly jobs: readonly Pick<Job, 'jobTitle' | 'from' | 'to'>[]
}

/** By name. `people_at` gives nothing to whoever does not manage people there. */
export async function listPeople(
  db: Transaction,
  wanted: PeopleWanted & { readonly offset: number; readonly limit: number },
): Promise<{ readonly people: ListedPerson[]; readonly count: number }> {
  const rows = await wantedPeople(db, wanted)
    .groupBy(['person_id', 'name'])
    .orderBy(sql`lower(name)`)
    .orderBy('person_id')
    .offset(wanted.offset)
    .limit(wanted.limit)
    .select(['person_id', 'name'])
    .select(
      sql<ListedPerson['jobs']>`jsonb_agg(jsonb_build_object(
      'jobTitle', job_title, 'from', valid_from, 'to', valid_to) order by valid_from)`.as('jobs'),
    )
    .select(sql<string>`count(*) over ()`.as('count'))
    .execute()
  return {
    people: rows.map(({ person_id, name, jobs }) => ({ id: person_id, name, jobs })),
    count: Number(rows[0]?.count ?? 0),
  }
}

interface PersonAtRow {
  readonly membership_id: string
  readonly person_id: string
  readonly name: string
  readonly job_title: string
  readonly valid_from: string
  readonly valid_to: string | null
}

function wantedPeople(db: Transaction, wanted: PeopleWanted) {
  const { organisation, search, teamId } = wanted
  let query = db
    .selectFrom(sql<PersonAtRow>`people_at(${organisation})`.as('people'))
    .where(inStanding(wanted))
  if (search !== undefined) {
    const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<SqlBool>`unaccent(name) ilike unaccent(${part}) or unaccent(job_title) ilike unaccent(${part})`,
    )
  }
  if (teamId !== undefined) {
    query = query.where(sql<SqlBool>`membership_id in (
      select membership_id from membership_team where team_id = ${teamId})`)
  }
  return query
}

function inStanding({ standing, today }: PeopleWanted) {
  switch (standing) {
    case 'now':
      return sql<SqlBool>`valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`
    case 'starting':
      return sql<SqlBool>`valid_from > ${today}::date and (valid_to is null or valid_to >= valid_from)`
    case 'left':
      return sql<SqlBool>`valid_to < ${today}::date`
  }
}

/** Their jobs at one organisation, the latest first. Throws NotFound for whoever is not seen there. */
export async function getPersonAt(
  db: Transaction,
  { personId, organisation }: { readonly personId: string; readonly organisation: string },
): Promise<{ readonly id: string; readonly name: string; readonly jobs: readonly Job[] }> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('person_id', '=', personId)
    .where('organisation', '=', organisation)
    .orderBy('valid_from', 'desc')
    .select(['membership.id', 'person.name', 'job_title', 'valid_from', 'valid_to', 'ended_by'])
    .select(teamsOf)
    .execute()
  const [first] = rows
  if (first === undefined) throw new NotFound(`person ${personId} at ${organisation}`)
  return {
    id: personId,
    name: first.name,
    jobs: rows.map((row) => ({
      id: row.id,
      jobTitle: row.job_title,
      from: row.valid_from,
      to: row.valid_to ?? undefined,
      endedByPerson: row.ended_by === personId,
      teams: row.teams,
    })),
  }
}

const teamsOf = sql<Job['teams']>`coalesce((
  select jsonb_agg(jsonb_build_object('id', team.id, 'name', team.name) order by team.name)
  from membership_team join team on team.id = team_id
  where membership_id = membership.id), '[]')`.as('teams')

export async function insertJob(
  db: Transaction,
  job: {
    readonly personId: string
    readonly organisation: string
    readonly jobTitle: string
    readonly from: string
  },
): Promise<string | undefined> {
  const { personId, organisation, jobTitle, from } = job
  const row = await db
    .insertInto('membership')
    .values({ person_id: personId, organisation, job_title: jobTitle, valid_from: from })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function setJobTitle(
  db: Transaction,
  job: { readonly id: string; readonly organisation: string; readonly jobTitle: string },
): Promise<void> {
  await db
    .updateTable('membership')
    .where('id', '=', job.id)
    .where('organisation', '=', job.organisation)
    .set({ job_title: job.jobTitle })
    .execute()
}

export async function setJobTeams(
  db: Transaction,
  job: {
    readonly id: string
    readonly organisation: string
    readonly teamIds: readonly string[]
  },
): Promise<void> {
  const { id, organisation, teamIds } = job
  await db.deleteFrom('membership_team').where('membership_id', '=', id).execute()
  if (teamIds.length === 0) return
  await db
    .insertInto('membership_team')
    .values(teamIds.map((team_id) => ({ membership_id: id, team_id, organisation })))
    .execute()
}

/** Without a day the job goes on. */
export async function setLastDay(
  db: Transaction,
  job: {
    readonly id: string
    readonly organisation: string
    readonly lastDay?: string | undefined
    readonly endedBy?: string | undefined
  },
): Promise<void> {
  await db
    .updateTable('membership')
    .where('id', '=', job.id)
    .where('organisation', '=', job.organisation)
    .set({ valid_to: job.lastDay ?? null, ended_by: job.endedBy ?? null })
    .execute()
}
