/** The SQL of who supervises whom. The database's own functions decide who may agree and end. */
import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EndReason, Supervising } from './model/supervising.ts'

export interface ColleagueAt {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly organisation: string
  readonly organisationName: string
}

/** False where it was asked for already: the form was posted twice, or the other side asked first. */
export async function insertSupervising(
  db: Transaction,
  asked: {
    readonly id: string
    readonly workerId: string
    readonly supervisorId: string
    readonly organisation: string
    readonly askedBy: string
    readonly follows?: string | undefined
  },
): Promise<boolean> {
  const { id, workerId, supervisorId, organisation, askedBy, follows } = asked
  const result = await db
    .insertInto('supervising')
    .values({
      ...{ id, worker_id: workerId, supervisor_id: supervisorId, organisation },
      ...{ asked_by: askedBy, follows: follows ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Where somebody is the worker or the supervisor, the latest first. */
export async function listSupervisings(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<Supervising[]> {
  const rows = await supervisings(db)
    .where((eb) =>
      eb.or([eb('held.worker_id', '=', personId), eb('held.supervisor_id', '=', personId)]),
    )
    .execute()
  return rows.map(toSupervising)
}

/** Throws NotFound where somebody is neither of the two. */
export async function getSupervising(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Supervising> {
  const found = (await listSupervisings(db, { personId })).find((one) => one.id === id)
  if (found === undefined) throw new NotFound(`supervising ${id}`)
  return found
}

/** As a manager there, or one of the two. Throws NotFound for anybody else. */
export async function getSupervisingToHandOver(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<Supervising> {
  const row = await supervisings(db)
    .where('held.id', '=', id)
    .where(sql<SqlBool>`may_hand_over(held.id, held.worker_id, held.organisation)`)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`supervising ${id}`)
  return toSupervising(row)
}

/** What somebody asked others to agree to, and is not one of: a manager's own asking. */
export async function listAskedFor(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<Supervising[]> {
  const rows = await supervisings(db)
    .where('held.asked_by', '=', personId)
    .where('held.worker_id', '<>', personId)
    .where('held.supervisor_id', '<>', personId)
    .where('held.began_on', 'is', null)
    .where('held.ended_on', 'is', null)
    .execute()
  return rows.map(toSupervising)
}

function supervisings(db: Transaction) {
  return db
    .selectFrom('supervising as held')
    .innerJoin('organisation', 'organisation.slug', 'held.organisation')
    .orderBy('held.asked_at', 'desc')
    .selectAll('held')
    .select('organisation.name as organisation_name')
    .select([
      sql<string | null>`name_in_supervising(held.id, held.worker_id)`.as('worker_name'),
      sql<string | null>`name_in_supervising(held.id, held.supervisor_id)`.as('supervisor_name'),
      sql<boolean>`supervises_now(held.id)`.as('stands'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof supervisings>['executeTakeFirstOrThrow']>>

function toSupervising(row: Row): Supervising {
  return {
    ...{ id: row.id, organisation: row.organisation, organisationName: row.organisation_name },
    ...{ workerId: row.worker_id, workerName: row.worker_name ?? 'Somebody who left' },
    ...{ supervisorId: row.supervisor_id, askedBy: row.asked_by, stands: row.stands },
    supervisorName: row.supervisor_name ?? 'Somebody who left',
    follows: row.follows ?? undefined,
    workerAgreed: row.worker_agreed_at !== null,
    supervisorAgreed: row.supervisor_agreed_at !== null,
    beganOn: row.began_on ?? undefined,
    endedOn: row.ended_on ?? undefined,
    // The column's check constraint allows only reasons.
    endReason: (row.end_reason ?? undefined) as EndReason | undefined,
    showsEarlier: row.shows_earlier,
  }
}

/** Yes, by the acting person. False where there was nothing (any more) to agree to. */
export async function setSupervisingAgreed(db: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ agreed: boolean }>`
    select agree_supervising(${id}) as agreed`.execute(db)
  return rows[0]?.agreed ?? false
}

/** By the acting person. Undefined where nothing changed. */
export async function setSupervisingEnded(
  db: Transaction,
  id: string,
): Promise<EndReason | undefined> {
  const { rows } = await sql<{ reason: EndReason | null }>`
    select end_supervising(${id}) as reason`.execute(db)
  return rows[0]?.reason ?? undefined
}

export async function setEarlierNotesShown(
  db: Transaction,
  { id, shown }: { readonly id: string; readonly shown: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select show_earlier_notes(${id}, ${shown}) as changed`.execute(db)
  return rows[0]?.changed ?? false
}

/** Whom the acting person could ask to supervise at an organisation where they work too. */
export async function listSupervisors(
  db: Transaction,
  { organisation, but }: { readonly organisation?: string; readonly but: readonly string[] },
): Promise<ColleagueAt[]> {
  let query = colleagues(db).where(
    sql<SqlBool>`may_supervise(membership.person_id, membership.organisation)`,
  )
  if (organisation !== undefined) query = query.where('membership.organisation', '=', organisation)
  if (but.length > 0) query = query.where('membership.person_id', 'not in', but)
  return named(await query.limit(mostColleagues).execute())
}

/** By part of a name, at these organisations. */
export async function listColleaguesNamed(
  db: Transaction,
  wanted: {
    readonly name: string
    readonly organisations: readonly string[]
    readonly but: readonly string[]
  },
): Promise<ColleagueAt[]> {
  const { name, organisations, but } = wanted
  if (organisations.length === 0 || name === '') return []
  const part = `%${name.replace(/[\\%_]/g, '\\$&')}%`
  const query = colleagues(db)
    .where('membership.organisation', 'in', organisations)
    .where(sql<SqlBool>`unaccent(person.name) ilike unaccent(${part})`)
    .where('membership.person_id', 'not in', but.length > 0 ? but : [nobody])
  return named(await query.limit(20).execute())
}

const nobody = '00000000-0000-0000-0000-000000000000'
const mostColleagues = 300

/** Each once for an organisation, with the latest of their jobs there. */
function colleagues(db: Transaction) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('organisation', 'organisation.slug', 'membership.organisation')
    .where(
      sql<SqlBool>`membership.organisation = any ((select my_organisations())::text[])
        and membership.valid_from <= current_date
        and (membership.valid_to is null or membership.valid_to >= current_date)`,
    )
    .where(sql<SqlBool>`membership.person_id not in (select closing_people())`)
    .distinctOn(['person.name', 'person.id', 'membership.organisation'])
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('membership.organisation')
    .orderBy('membership.valid_from', 'desc')
    .select(['person.id', 'person.name', 'membership.job_title', 'membership.organisation'])
    .select('organisation.name as organisation_name')
}

function named(
  rows: readonly {
    readonly id: string
    readonly name: string
    readonly job_title: string
    readonly organisation: string
    readonly organisation_name: string
  }[],
): ColleagueAt[] {
  return rows.map(({ id, name, job_title, organisation, organisation_name }) => ({
    ...{ id, name, jobTitle: job_title, organisation, organisationName: organisation_name },
  }))
}

export interface WithoutSupervisor {
  /** The supervision that ended. */
  readonly former: string
  readonly workerName: string
  readonly supervisorName: string
  /** A colleague who was asked to take over and has not answered. */
  readonly proposedTo?: string | undefined
}

/** Names alone, and only for whoever manages people there. */
export async function listWithoutSupervisor(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<WithoutSupervisor[]> {
  const { rows } = await sql<{
    former: string
    worker_name: string
    supervisor_name: string | null
    proposed_to: string | null
  }>`select former, worker_name, supervisor_name, proposed_to
    from workers_without_supervisor(${organisation})`.execute(db)
  return rows.map(({ former, worker_name, supervisor_name, proposed_to }) => ({
    ...{ former, workerName: worker_name, proposedTo: proposed_to ?? undefined },
    supervisorName: supervisor_name ?? 'Somebody who left',
  }))
}

/** As `job:tell-of-supervision`. */
export async function findSupervisionAddress(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ address: string }>`
    select supervision_addresses as address from supervision_addresses(${personId})`.execute(db)
  return rows[0]?.address
}
