/** A holder's own entries, each in its latest version. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Entry, EntryKind } from '../model/entry.ts'

interface Whose {
  readonly holderId: string
}

export type EntryDraft = Omit<Entry, 'id' | 'version' | 'at' | 'confirmation'>

/** The latest first, by when it began and then by when it was written. */
export async function listEntries(db: Transaction, { holderId }: Whose): Promise<Entry[]> {
  const rows = await latestVersions(db, { holderId }).execute()
  return rows.map(toEntry).sort((one, other) => rank(other).localeCompare(rank(one)))
}

/** Throws NotFound for somebody else's. */
export async function getEntry(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<Entry> {
  const row = await latestVersions(db, { holderId }).where('entry.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`entry ${id}`)
  return toEntry(row)
}

/** What it said before and says now, the latest first. Throws NotFound for somebody else's. */
export async function listEntryVersions(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<Entry[]> {
  const rows = await versions(db, { holderId })
    .where('entry.id', '=', id)
    .orderBy('written.version', 'desc')
    .execute()
  if (rows.length === 0) throw new NotFound(`entry ${id}`)
  return rows.map(toEntry)
}

export async function countEntries(db: Transaction, { holderId }: Whose): Promise<number> {
  const { count } = await db
    .selectFrom('passport_entry')
    .where('holder_id', '=', holderId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** False where an entry with this id is there already: the same form was posted twice. */
export async function insertEntry(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
  draft: EntryDraft,
): Promise<boolean> {
  const made = await db
    .insertInto('passport_entry')
    .values({ id, holder_id: holderId, kind: draft.kind })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return false
  return insertEntryVersion(db, { id, holderId, version: 1 }, draft)
}

/** False where that version is there already: somebody changed it meanwhile in another tab. */
export async function insertEntryVersion(
  db: Transaction,
  { id, holderId, version }: Whose & { readonly id: string; readonly version: number },
  { title, from, to, validUntil, private: own, edition, codes, facts }: EntryDraft,
): Promise<boolean> {
  const made = await db
    .insertInto('passport_entry_version')
    .values({
      ...{ entry_id: id, version, holder_id: holderId, title, private: own, edition },
      ...{ from_on: from ?? null, to_on: to ?? null, valid_until: validUntil ?? null },
      ...{ codes: [...codes], facts: JSON.stringify(facts) },
    })
    .onConflict((conflict) => conflict.columns(['entry_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}

/** False where it was not there, or not theirs. */
export async function removeEntry(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('passport_entry')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

function latestVersions(db: Transaction, whose: Whose) {
  return versions(db, whose)
    .distinctOn('entry.id')
    .orderBy('entry.id')
    .orderBy('written.version', 'desc')
}

function versions(db: Transaction, { holderId }: Whose) {
  return db
    .selectFrom('passport_entry as entry')
    .innerJoin('passport_entry_version as written', 'written.entry_id', 'entry.id')
    .where('written.holder_id', '=', holderId)
    .select(['entry.id', 'entry.kind'])
    .select(['written.version', 'written.title', 'written.from_on', 'written.to_on'])
    .select(['written.valid_until', 'written.private', 'written.edition', 'written.codes'])
    .select(['written.facts', 'written.at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

function toEntry({ kind, from_on, to_on, valid_until, ...row }: Row): Entry {
  return {
    ...row,
    // The column's check constraint allows only these.
    kind: kind as EntryKind,
    from: from_on ?? undefined,
    to: to_on ?? undefined,
    validUntil: valid_until ?? undefined,
  }
}

function rank({ from, to, at }: Entry): string {
  return `${to ?? from ?? ''} ${at.toISOString()}`
}
