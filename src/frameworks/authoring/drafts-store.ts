/** Drafts and the things that they are made of. Row-level security shows them to those who work on them. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Draft, DraftRole } from './model/draft.ts'
import type { DraftThing } from './model/draft-thing.ts'

/** A draft's id. */
interface OfDraft {
  readonly draft: string
}

/** One more with each change of it: who read an older one has been overtaken. */
export type StoredThing = DraftThing & { readonly revision: number }

type NewDraft = Pick<Draft, 'id' | 'organisation' | 'slug' | 'version' | 'base'> & {
  readonly begunBy: string
}

const draftColumns = [
  ...(['id', 'organisation', 'slug', 'version', 'base', 'state', 'revision'] as const),
  'begun_at as begunAt',
] as const
const thingColumns = ['thing', 'position', 'value', 'revision'] as const

/** The newest first. */
export async function listDrafts(db: Transaction): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .where('state', '<>', 'set-aside')
    .orderBy('begun_at', 'desc')
    .select(draftColumns)
    .execute()
  return rows.map(({ base, ...draft }) => ({ ...draft, base: base ?? undefined }))
}

/** Throws NotFound, as for a draft that the actor has nothing to do with. */
export async function getDraft(db: Transaction, { draft }: OfDraft): Promise<Draft> {
  return found(await draftRow(db, draft).executeTakeFirst(), draft)
}

/** Nobody else changes it, or publishes it, until the transaction ends. Throws NotFound. */
export async function lockDraft(db: Transaction, { draft }: OfDraft): Promise<Draft> {
  return found(await draftRow(db, draft).forUpdate().executeTakeFirst(), draft)
}

function draftRow(db: Transaction, id: string) {
  return db.selectFrom('draft').where('id', '=', id).select(draftColumns)
}

function found(
  row: (Omit<Draft, 'base'> & { readonly base: string | null }) | undefined,
  id: string,
): Draft {
  if (row === undefined) throw new NotFound(`draft ${id}`)
  return { ...row, base: row.base ?? undefined }
}

/** False where a draft of this name is there already. */
export async function insertDraft(
  db: Transaction,
  { begunBy, base, ...draft }: NewDraft,
): Promise<boolean> {
  const made = await db
    .insertInto('draft')
    .values({ ...draft, base: base ?? null, begun_by: begunBy })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function listThings(db: Transaction, { draft }: OfDraft): Promise<StoredThing[]> {
  return db.selectFrom('draft_thing').where('draft_id', '=', draft).select(thingColumns).execute()
}

/** Throws NotFound. */
export async function getThing(
  db: Transaction,
  { draft, thing }: OfDraft & { readonly thing: string },
): Promise<StoredThing> {
  const row = await db
    .selectFrom('draft_thing')
    .where('draft_id', '=', draft)
    .where('thing', '=', thing)
    .select(thingColumns)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`${thing} of draft ${draft}`)
  return row
}

export async function insertThings(
  db: Transaction,
  { draft }: OfDraft,
  things: readonly DraftThing[],
): Promise<void> {
  if (things.length === 0) return
  const rows = things.map(({ thing, position, value }) => ({
    ...{ draft_id: draft, thing, position, value: JSON.stringify(value) },
  }))
  await db.insertInto('draft_thing').values(rows).execute()
}

/** False where it is not there any more as it was read: nothing is changed then. */
export async function setThing(
  db: Transaction,
  { draft, revision }: OfDraft & { readonly revision: number },
  { thing, position, value }: DraftThing,
): Promise<boolean> {
  const set = await db
    .updateTable('draft_thing')
    .set({ position, value: JSON.stringify(value), revision: revision + 1 })
    .where('draft_id', '=', draft)
    .where('thing', '=', thing)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}

export async function removeThings(
  db: Transaction,
  { draft }: OfDraft,
  things: readonly string[],
): Promise<void> {
  if (things.length === 0) return
  await db
    .deleteFrom('draft_thing')
    .where('draft_id', '=', draft)
    .where('thing', 'in', [...things])
    .execute()
}

export interface ThingChange {
  readonly thing: string
  readonly act: 'added' | 'changed' | 'moved' | 'taken-out'
  readonly before?: DraftThing['value'] | undefined
  /** Where it stood before. */
  readonly position?: number | undefined
}

/** Puts them on record. The draft's revision is counted by the database. */
export async function insertDraftChanges(
  db: Transaction,
  { draft, by }: OfDraft & { readonly by: string },
  changes: readonly ThingChange[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ thing, act, before, position }) => ({
    ...{ draft_id: draft, thing, act, by, position: position ?? null },
    before: before === undefined ? null : JSON.stringify(before),
  }))
  await db.insertInto('draft_change').values(rows).execute()
}

/** Until an edition of it is published here, any steward; then whoever published that. */
export async function mayKeepFramework(
  db: Transaction,
  { slug, organisation }: { readonly slug: string; readonly organisation: string },
): Promise<boolean> {
  const { may } = await db
    .selectNoFrom(sql<boolean>`may_keep_framework(${slug}, ${organisation})`.as('may'))
    .executeTakeFirstOrThrow()
  return may
}

/** Whoever is erased works on no draft any more. */
export async function endDraftWork(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select end_draft_work(${personId})`.execute(db)
}

export interface PastChange extends ThingChange {
  readonly number: number
  /** Person's id. */
  readonly by: string
  readonly at: Date
}

const changeColumns = ['number', 'thing', 'act', 'before', 'position', 'by', 'at'] as const

interface WhichChanges extends OfDraft {
  readonly thing?: string
  /** Only after the change of this number. */
  readonly since?: number
  readonly most?: number
}

/** Of one thing, or of the whole draft: the newest first. */
export async function listDraftChanges(
  db: Transaction,
  { draft, thing, since, most = 50 }: WhichChanges,
): Promise<PastChange[]> {
  const rows = await db
    .selectFrom('draft_change')
    .where('draft_id', '=', draft)
    .$if(thing !== undefined, (query) => query.where('thing', '=', thing ?? ''))
    .$if(since !== undefined, (query) => query.where('number', '>', since ?? 0))
    .orderBy('number', 'desc')
    .limit(most)
    .select(changeColumns)
    .execute()
  return rows.map(pastChange)
}

/** All that was changed at once with the change of this number. Empty where there is none. */
export async function listChangesOfAct(
  db: Transaction,
  { draft, number }: OfDraft & { readonly number: number },
): Promise<PastChange[]> {
  const rows = await db
    .selectFrom('draft_change')
    .where('draft_id', '=', draft)
    .where((where) =>
      where(
        where.refTuple('at', 'by'),
        'in',
        where
          .selectFrom('draft_change as one')
          .where('one.draft_id', '=', draft)
          .where('one.number', '=', number)
          .select(['one.at', 'one.by'])
          .$asTuple('at', 'by'),
      ),
    )
    .orderBy('number')
    .select(changeColumns)
    .execute()
  return rows.map(pastChange)
}

function pastChange<Row extends { before: DraftThing['value'] | null; position: number | null }>({
  before,
  position,
  ...change
}: Row) {
  return { ...change, before: before ?? undefined, position: position ?? undefined }
}

/** False for whoever may only read it, and for everybody once it is closed. */
export async function mayWriteDraft(db: Transaction, { draft }: OfDraft): Promise<boolean> {
  const { may } = await db
    .selectNoFrom(sql<boolean>`may_write_draft(${draft})`.as('may'))
    .executeTakeFirstOrThrow()
  return may
}

/** Those who were asked to work on it, besides the stewards themselves. */
export async function listDraftPeople(
  db: Transaction,
  { draft }: OfDraft,
): Promise<{ readonly personId: string; readonly role: DraftRole }[]> {
  return db
    .selectFrom('draft_person')
    .where('draft_id', '=', draft)
    .where('ended_at', 'is', null)
    .orderBy('asked_at')
    .select(['person_id as personId', 'role'])
    .execute()
}
