import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { AddressKind, EmailAddress } from './model/email-address.ts'

export interface NewAddress extends EmailAddress {
  readonly personId: string
  readonly now: Date
}

/**
 * Gives a person an address that they have shown to be theirs. False where somebody has it: one
 * whose last day is over may be given to whoever has it now.
 */
export async function insertAddress(
  db: Transaction,
  { id, personId, address, kind, endsOn, now }: NewAddress,
  today: string,
): Promise<boolean> {
  await db
    .deleteFrom('email_address')
    .where('address', '=', address)
    .where('ends_on', '<', today)
    .execute()
  const inserted = await db
    .insertInto('email_address')
    .values({
      ...{ id, person_id: personId, address, kind },
      ...{ ends_on: endsOn ?? null, confirmed_at: now, reminded_at: null },
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Of the person whose address it is on this day. */
export async function findPersonAt(
  db: Transaction,
  { address, today }: { readonly address: string; readonly today: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('email_address')
    .where('address', '=', address)
    .where(reaches(today))
    .select('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** The person's own, also those whose last day is over; personal ones first. */
export async function listAddresses(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<EmailAddress[]> {
  const rows = await db
    .selectFrom('email_address')
    .where('person_id', '=', personId)
    .orderBy('kind')
    .orderBy('address')
    .select(['id', 'address', 'kind', 'ends_on'])
    .execute()
  return rows.map(({ ends_on, ...row }) => ({ ...row, endsOn: ends_on ?? undefined }))
}

/** Gives what was removed; undefined where this person has no such address. */
export async function removeAddress(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<{ readonly kind: AddressKind } | undefined> {
  return db
    .deleteFrom('email_address')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('kind')
    .executeTakeFirst()
}

export interface EndingAddress extends EmailAddress {
  readonly personId: string
  readonly endsOn: string
}

/**
 * Work addresses that end on or before a day, and whose person was not told yet. Each is taken by
 * one transaction alone, and is told of as this one ends.
 */
export async function takeEndingAddresses(
  db: Transaction,
  { today, until, now }: { readonly today: string; readonly until: string; readonly now: Date },
): Promise<EndingAddress[]> {
  const rows = await db
    .updateTable('email_address')
    .set({ reminded_at: now })
    .where('ends_on', '>=', today)
    .where('ends_on', '<=', until)
    .where('reminded_at', 'is', null)
    .returning(['id', 'person_id', 'address', 'kind', 'ends_on'])
    .execute()
  return rows.map(({ person_id, ends_on, ...row }) => ({
    ...row,
    personId: person_id,
    endsOn: ends_on ?? today,
  }))
}

function reaches(today: string) {
  return sql<boolean>`(ends_on is null or ends_on >= ${today}::date)`
}
