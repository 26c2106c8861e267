/** Reading what was done. Row-level security says who may; each reading names its scope besides. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Act, ActKey } from './model/act.ts'

const onOnePage = 50

export interface ActPage {
  readonly acts: readonly Act[]
  /** Where the next page begins; undefined on the last. */
  readonly next: ActKey | undefined
}

export interface Narrowing {
  readonly person?: string | undefined
  readonly actions?: readonly string[] | undefined
  /** Days in London, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: ActKey | undefined
}

/** What was done with somebody's own record, by whomever, and what they did that is nobody's record. */
export function listActsAbout(
  db: Transaction,
  { holderId, before }: { readonly holderId: string; readonly before?: ActKey | undefined },
): Promise<ActPage> {
  const own = sql<boolean>`(about = ${holderId} or (about is null and actor = ${holderId}))`
  return readPage(acts(db, { before }).where(own))
}

/** What was done for an organisation. */
export function listActsAt(
  db: Transaction,
  { organisation, ...narrowing }: Narrowing & { readonly organisation: string },
): Promise<ActPage> {
  return readPage(acts(db, narrowing).where('organisation', '=', organisation))
}

/** What was done with the service itself: nobody's record, and no organisation's but its own entry. */
export function listActsOfService(db: Transaction, narrowing: Narrowing): Promise<ActPage> {
  const ofService = sql<boolean>`(organisation is null or subject_ref like 'organisation:%')`
  return readPage(acts(db, narrowing).where('about', 'is', null).where(ofService))
}

function acts(db: Transaction, { person, actions, from, to, before }: Narrowing) {
  return db
    .selectFrom('audit_event')
    .$if(person !== undefined, (query) =>
      query.where((eb) => eb.or([eb('actor', '=', person ?? ''), eb('about', '=', person ?? '')])),
    )
    .$if(actions !== undefined, (query) => query.where('action', 'in', [...(actions ?? [])]))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`at >= ${midnight(from, 0)}`))
    .$if(to !== undefined, (query) => query.where(sql<boolean>`at < ${midnight(to, 1)}`))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (
        timestamptz 'epoch' + ${before?.microseconds}::bigint * interval '1 microsecond',
        ${before?.id}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(onOnePage + 1)
    .select(['id', 'at', 'actor', 'action', 'about'])
    .select(sql<number>`(extract(epoch from at) * 1000000)::bigint`.as('microseconds'))
    .select(sql<string | null>`name_in_event(id, 'actor')`.as('actor_name'))
    .select(sql<string | null>`name_in_event(id, 'about')`.as('about_name'))
}

function midnight(day: string | undefined, later: 0 | 1) {
  return sql`((${day}::date + ${later}::integer)::timestamp at time zone 'Europe/London')`
}

async function readPage(query: ReturnType<typeof acts>): Promise<ActPage> {
  const rows = await query.execute()
  const shown = rows.slice(0, onOnePage)
  const last = rows.length > onOnePage ? shown.at(-1) : undefined
  return {
    acts: shown.map(({ id, at, actor, action, about, actor_name, about_name }) => ({
      ...{ id, at, actor, action },
      about: about ?? undefined,
      actorName: actor_name ?? undefined,
      aboutName: about_name ?? undefined,
    })),
    next: last && { microseconds: last.microseconds, id: last.id },
  }
}

export interface ListedPerson {
  readonly id: string
  readonly name: string
}

/** Who works, or has worked, for an organisation: at most so many, by name. */
export async function listPeopleOf(
  db: Transaction,
  { organisation, limit }: { readonly organisation: string; readonly limit: number },
): Promise<ListedPerson[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('organisation', '=', organisation)
    .distinct()
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(limit)
    .select(['person.id', 'person.name'])
    .execute()
}

/** Whether somebody works, or has worked, for an organisation. */
export async function isPersonOf(
  db: Transaction,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .where('organisation', '=', organisation)
    .where('person_id', '=', person)
    .select('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The names of these organisations, by slug. */
export async function listOrganisationNames(
  db: Transaction,
  slugs: readonly string[],
): Promise<{ readonly slug: string; readonly name: string }[]> {
  if (slugs.length === 0) return []
  return db
    .selectFrom('organisation')
    .where('slug', 'in', [...slugs])
    .orderBy('name')
    .select(['slug', 'name'])
    .execute()
}
