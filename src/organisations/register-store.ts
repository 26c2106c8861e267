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
