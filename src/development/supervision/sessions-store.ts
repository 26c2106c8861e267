/** The SQL of supervision sessions: agenda, notes, corrections and private reflections. */
import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { AgendaPoint, Note, Session } from './model/session.ts'
import type { Side, Supervising } from './model/supervising.ts'

/** False where a session with this id is there already: the form was posted twice. */
export async function insertSession(
  db: Transaction,
  {
    id,
    supervising,
    plannedOn,
    madeBy,
  }: {
    readonly id: string
    readonly supervising: Supervising
    readonly plannedOn: string
    readonly madeBy: string
  },
): Promise<boolean> {
  const { workerId, supervisorId, organisation } = supervising
  const result = await db
    .insertInto('supervision_session')
    .values({
      ...{ id, supervising_id: supervising.id, worker_id: workerId, supervisor_id: supervisorId },
      ...{ organisation, planned_on: plannedOn, made_by: madeBy },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Where somebody is one of the two, the latest first. */
export async function listSessions(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<Session[]> {
  const rows = await sessions(db)
    .where((eb) =>
      eb.or([eb('held.worker_id', '=', personId), eb('held.supervisor_id', '=', personId)]),
    )
    .execute()
  return rows.map(toSession)
}

/** What the supervisor before wrote with the worker: none where the worker does not show it. */
export async function listEarlierSessions(
  db: Transaction,
  { follows }: { readonly follows: string },
): Promise<Session[]> {
  const rows = await sessions(db)
    .where('held.supervising_id', '=', follows)
    .where(sql<boolean>`may_read_earlier(held.supervising_id)`)
    .execute()
  return rows.map(toSession)
}

/** One's own, or one that its worker shows to whoever took over. Throws NotFound for any other. */
export async function getSession(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Session> {
  const row = await sessions(db)
    .where('held.id', '=', id)
    .where((eb) =>
      eb.or([
        eb('held.worker_id', '=', personId),
        eb('held.supervisor_id', '=', personId),
        sql<SqlBool>`may_read_earlier(held.supervising_id)`,
      ]),
    )
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`supervision session ${id}`)
  return toSession(row)
}

/** Until the transaction ends nobody else writes in it. */
export async function lockSession(db: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`supervision:${id}`}, 0))`.execute(db)
}

function sessions(db: Transaction) {
  return db
    .selectFrom('supervision_session as held')
    .innerJoin('organisation', 'organisation.slug', 'held.organisation')
    .orderBy(sql`coalesce(held.happened_on, held.planned_on)`, 'desc')
    .orderBy('held.at', 'desc')
    .selectAll('held')
    .select('organisation.name as organisation_name')
    .select([
      sql<string | null>`name_in_supervising(held.supervising_id, held.worker_id)`.as(
        'worker_name',
      ),
      sql<string | null>`name_in_supervising(held.supervising_id, held.supervisor_id)`.as(
        'supervisor_name',
      ),
      sql<boolean>`supervises_now(held.supervising_id)`.as('open'),
    ])
}

function toSession(
  row: Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>,
): Session {
  return {
    ...{ id: row.id, supervisingId: row.supervising_id, open: row.open },
    ...{ workerId: row.worker_id, supervisorId: row.supervisor_id },
    workerName: row.worker_name ?? 'Somebody who left',
    supervisorName: row.supervisor_name ?? 'Somebody who left',
    organisation: row.organisation,
    organisationName: row.organisation_name,
    plannedOn: row.planned_on,
    happenedOn: row.happened_on ?? undefined,
    minutes: row.minutes ?? undefined,
    confirmed: {
      worker: row.worker_confirmed_at !== null,
      supervisor: row.supervisor_confirmed_at !== null,
    },
  }
}

export async function setPlannedOn(
  db: Transaction,
  { id, plannedOn }: { readonly id: string; readonly plannedOn: string },
): Promise<void> {
  await db
    .updateTable('supervision_session')
    .where('id', '=', id)
    .set({ planned_on: plannedOn })
    .execute()
}

/** When it was and how long. Whoever had confirmed reads it again. */
export async function setHeld(
  db: Transaction,
  {
    id,
    happenedOn,
    minutes,
  }: {
    readonly id: string
    readonly happenedOn: string
    readonly minutes: number
  },
): Promise<void> {
  await db
    .updateTable('supervision_session')
    .where('id', '=', id)
    .set({ happened_on: happenedOn, minutes })
    .execute()
}

export async function setUnconfirmed(db: Transaction, { id }: { readonly id: string }) {
  await db
    .updateTable('supervision_session')
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('worker_confirmed_at', 'is', null), eb('supervisor_confirmed_at', 'is', null)]),
    )
    .set({ worker_confirmed_at: null, supervisor_confirmed_at: null })
    .execute()
}

/** The database lets nobody confirm for the other. */
export async function setConfirmed(
  db: Transaction,
  { id, side }: { readonly id: string; readonly side: Side },
): Promise<void> {
  const now = sql<Date>`clock_timestamp()`
  const change = side === 'worker' ? { worker_confirmed_at: now } : { supervisor_confirmed_at: now }
  await db.updateTable('supervision_session').where('id', '=', id).set(change).execute()
}

interface OfSession {
  readonly sessionId: string
}

/** In the order in which the points were added. */
export async function listAgenda(
  db: Transaction,
  { sessionId }: OfSession,
): Promise<AgendaPoint[]> {
  const rows = await db
    .selectFrom('supervision_agenda')
    .where('session_id', '=', sessionId)
    .orderBy('at')
    .orderBy('key')
    .select(['key', 'words', 'added_by'])
    .execute()
  return rows.map(({ key, words, added_by }) => ({ key, words, addedBy: added_by }))
}

/** A point that is on it already is not added again. */
export async function insertAgenda(
  db: Transaction,
  { sessionId }: OfSession,
  points: readonly AgendaPoint[],
): Promise<void> {
  if (points.length === 0) return
  await db
    .insertInto('supervision_agenda')
    .values(
      points.map(({ key, words, addedBy }) => ({
        ...{ session_id: sessionId, key, words, added_by: addedBy },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One's own points alone. */
export async function removeAgenda(
  db: Transaction,
  {
    sessionId,
    keys,
    addedBy,
  }: OfSession & {
    readonly keys: readonly string[]
    readonly addedBy: string
  },
): Promise<void> {
  if (keys.length === 0) return
  await db
    .deleteFrom('supervision_agenda')
    .where('session_id', '=', sessionId)
    .where('added_by', '=', addedBy)
    .where('key', 'in', keys)
    .execute()
}

/** The latest that each of the two wrote. */
export async function listNotes(db: Transaction, { sessionId }: OfSession): Promise<Note[]> {
  const rows = await db
    .selectFrom('supervision_note')
    .where('session_id', '=', sessionId)
    .distinctOn('author_id')
    .orderBy('author_id')
    .orderBy('version', 'desc')
    .select(['author_id', 'version', 'words', 'at'])
    .execute()
  return rows.map(({ author_id, ...row }) => ({ ...row, authorId: author_id }))
}

/** False where that version is there: it was saved elsewhere meanwhile. */
export async function insertNote(
  db: Transaction,
  {
    sessionId,
    authorId,
    version,
    words,
  }: OfSession & {
    readonly authorId: string
    readonly version: number
    readonly words: string
  },
): Promise<boolean> {
  const result = await db
    .insertInto('supervision_note')
    .values({ session_id: sessionId, author_id: authorId, version, words })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export interface Correction {
  readonly id: string
  readonly authorId: string
  readonly words: string
  readonly at: Date
}

export async function listCorrections(
  db: Transaction,
  { sessionId }: OfSession,
): Promise<Correction[]> {
  const rows = await db
    .selectFrom('supervision_correction')
    .where('session_id', '=', sessionId)
    .orderBy('at')
    .select(['id', 'author_id', 'words', 'at'])
    .execute()
  return rows.map(({ author_id, ...row }) => ({ ...row, authorId: author_id }))
}

/** Posted twice, it is kept once. */
export async function insertCorrection(
  db: Transaction,
  { sessionId, id, authorId, words }: OfSession & Omit<Correction, 'at'>,
): Promise<void> {
  await db
    .insertInto('supervision_correction')
    .values({ id, session_id: sessionId, author_id: authorId, words })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One's own thoughts, as they were last written. */
export async function findReflection(
  db: Transaction,
  { sessionId, personId }: OfSession & { readonly personId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('supervision_reflection')
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .select('words')
    .executeTakeFirst()
  return row?.words
}

/** Posted twice, it is kept once. */
export async function insertReflection(
  db: Transaction,
  {
    id,
    sessionId,
    personId,
    words,
  }: OfSession & {
    readonly id: string
    readonly personId: string
    readonly words: string
  },
): Promise<void> {
  await db
    .insertInto('supervision_reflection')
    .values({ id, session_id: sessionId, person_id: personId, words })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
