/** The SQL of entering organisations, and what becomes of them, in the register. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { EventKind, EventPart } from './model/organisation-history.ts'

export interface NewOrganisation {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly nation: string
  readonly sector: string
  readonly openedOn?: string | undefined
}

/** False when there is one of that slug already. Its first name is kept by the database. */
export async function insertOrganisation(
  db: Transaction,
  { openedOn, ...organisation }: NewOrganisation,
): Promise<boolean> {
  const row = await db
    .insertInto('organisation')
    .values({ ...organisation, opened_on: openedOn ?? null })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('slug')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertName(
  db: Transaction,
  named: { readonly organisation: string; readonly name: string; readonly from: string },
): Promise<void> {
  const { organisation, name, from } = named
  await db
    .insertInto('organisation_name')
    .values({ organisation, name, valid_from: from })
    .execute()
}

export async function insertArea(
  db: Transaction,
  span: {
    readonly organisation: string
    readonly area: string
    readonly from?: string | undefined
    readonly to?: string | undefined
  },
): Promise<void> {
  const { organisation, area, from, to } = span
  await db
    .insertInto('organisation_area')
    .values({ organisation, area, valid_from: from ?? null, valid_to: to ?? null })
    .execute()
}

export interface RegisterEvent {
  readonly id: string
  readonly kind: EventKind
  readonly on: string
  readonly source: string
  readonly recordedBy?: string | undefined
  readonly parts: readonly { readonly organisation: string; readonly part: EventPart }[]
}

export async function insertEvent(db: Transaction, event: RegisterEvent): Promise<void> {
  const { id, kind, on, source, recordedBy, parts } = event
  await db
    .insertInto('organisation_event')
    .values({ id, kind, happened_on: on, source, recorded_by: recordedBy ?? null })
    .execute()
  await db
    .insertInto('organisation_event_part')
    .values(parts.map((one) => ({ event_id: id, ...one })))
    .execute()
}

/** Until the transaction ends, nobody else changes what the register says of these. */
export async function lockOrganisations(db: Transaction, slugs: readonly string[]): Promise<void> {
  for (const slug of [...new Set(slugs)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`organisation:${slug}`}, 0))`.execute(
      db,
    )
  }
}

/** The areas that it belongs to until now, from a day on no more. */
export async function setAreasEnded(
  db: Transaction,
  { organisation, to }: { readonly organisation: string; readonly to: string },
): Promise<void> {
  await db
    .updateTable('organisation_area')
    .where('organisation', '=', organisation)
    .where('valid_to', 'is', null)
    .set({ valid_to: to })
    .execute()
}

/** Whoever belonged to an area that merged belongs, from that day, to the one it merged into. */
export async function moveMembers(
  db: Transaction,
  { area, into, on }: { readonly area: string; readonly into: string; readonly on: string },
): Promise<void> {
  await sql`
    with left_behind as (
      update organisation_area set valid_to = ${on}::date - 1
      where area = ${area} and valid_to is null and (valid_from is null or valid_from < ${on})
        and organisation <> ${into}
      returning organisation)
    insert into organisation_area (organisation, area, valid_from)
    select organisation, ${into}, ${on}::date from left_behind
    where not exists (select from organisation_area held where held.area = ${into}
      and held.organisation = left_behind.organisation and held.valid_to is null)`.execute(db)
}

/** Whoever has this slug, or had exactly this name, letter case aside: two at most. */
export async function findByNameOrSlug(db: Transaction, given: string): Promise<string[]> {
  const slug = given.slice(given.lastIndexOf('/') + 1)
  const rows = await db
    .selectFrom('organisation')
    .where((eb) => eb.or([eb('slug', '=', slug), eb(sql`lower(name)`, '=', given.toLowerCase())]))
    .orderBy(sql`slug <> ${slug}`)
    .limit(2)
    .select('slug')
    .execute()
  const [first] = rows
  return first?.slug === slug ? [slug] : rows.map(({ slug }) => slug)
}

/** For stewards, as the database has it: how many credentials it issued from a day on. */
export async function countIssuedSince(
  db: Transaction,
  { organisation, day }: { readonly organisation: string; readonly day: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count_issued_since(${organisation}, ${day}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** Slugs that begin so, for one that is free. */
export async function findSlugsLike(db: Transaction, slug: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('organisation')
    .where('slug', 'like', `${slug}%`)
    .select('slug')
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}
