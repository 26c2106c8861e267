/** The SQL of appraisals and development plans. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Side, Supervising } from '../supervision/model/supervising.ts'
import {
  type Appraisal,
  noPreparation,
  type PlanFields,
  type PlanItem,
  type PlanKind,
  type PlanState,
  type Preparation,
} from './model/appraisal.ts'

/** False where one is open already with the same supervisor, or the form was posted twice. */
export async function insertAppraisal(
  db: Transaction,
  begun: { readonly id: string; readonly supervising: Supervising; readonly begunBy: string },
): Promise<boolean> {
  const { id, supervising, begunBy } = begun
  const { workerId, supervisorId, organisation } = supervising
  const result = await db
    .insertInto('appraisal')
    .values({
      ...{ id, supervising_id: supervising.id, worker_id: workerId, supervisor_id: supervisorId },
      ...{ organisation, begun_by: begunBy },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Where somebody is one of the two, the latest first. */
export async function listAppraisals(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<Appraisal[]> {
  const rows = await appraisals(db, { personId }).execute()
  return rows.map(toAppraisal)
}

/** Throws NotFound, also for one of others. */
export async function getAppraisal(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Appraisal> {
  const row = await appraisals(db, { personId }).where('held.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`appraisal ${id}`)
  return toAppraisal(row)
}

function appraisals(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('appraisal as held')
    .where((eb) =>
      eb.or([eb('held.worker_id', '=', personId), eb('held.supervisor_id', '=', personId)]),
    )
    .orderBy('held.at', 'desc')
    .selectAll('held')
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

function toAppraisal(
  row: Awaited<ReturnType<ReturnType<typeof appraisals>['executeTakeFirstOrThrow']>>,
): Appraisal {
  return {
    ...{ id: row.id, supervisingId: row.supervising_id, open: row.open },
    ...{ workerId: row.worker_id, supervisorId: row.supervisor_id },
    workerName: row.worker_name ?? 'Somebody who left',
    supervisorName: row.supervisor_name ?? 'Somebody who left',
    shared: row.shared_at !== null,
    meetingOn: row.meeting_on ?? undefined,
    reviewOn: row.review_on ?? undefined,
    agreed: {
      worker: row.worker_agreed_at !== null,
      supervisor: row.supervisor_agreed_at !== null,
    },
    agreedOn: row.agreed_on ?? undefined,
  }
}

/** Until the transaction ends nobody else writes in it. */
export async function lockAppraisal(db: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appraisal:${id}`}, 0))`.execute(db)
}

interface OfAppraisal {
  readonly appraisalId: string
}

/** As the worker, or once it is shared. Version 0: nothing was saved. */
export async function findPreparation(
  db: Transaction,
  { appraisalId, workerId }: OfAppraisal & { readonly workerId: string },
): Promise<Preparation & { readonly version: number }> {
  const row = await latestWords(db, { appraisalId, part: 'preparation' })
    .where('author_id', '=', workerId)
    .executeTakeFirst()
  // Written by insertAppraisalWords alone, which takes a whole preparation.
  const answers = (row?.answers ?? {}) as Partial<Preparation>
  return { ...noPreparation, ...answers, version: row?.version ?? 0 }
}

export interface MeetingNote {
  readonly authorId: string
  readonly version: number
  readonly words: string
}

/** The latest that each of the two wrote of the meeting. */
export async function listMeetingNotes(
  db: Transaction,
  { appraisalId }: OfAppraisal,
): Promise<MeetingNote[]> {
  const rows = await latestWords(db, { appraisalId, part: 'meeting' }).execute()
  return rows.map(({ author_id, version, answers }) => ({
    ...{ authorId: author_id, version, words: String(answers.talked ?? '') },
  }))
}

function latestWords(
  db: Transaction,
  { appraisalId, part }: OfAppraisal & { readonly part: 'preparation' | 'meeting' },
) {
  return db
    .selectFrom('appraisal_words')
    .where('appraisal_id', '=', appraisalId)
    .where('part', '=', part)
    .distinctOn('author_id')
    .orderBy('author_id')
    .orderBy('version', 'desc')
    .select(['author_id', 'version', 'answers'])
}

/** False where that version is there: it was saved elsewhere meanwhile. */
export async function insertAppraisalWords(
  db: Transaction,
  said: OfAppraisal & {
    readonly authorId: string
    readonly version: number
  } & (
      | { readonly part: 'preparation'; readonly answers: Preparation }
      | { readonly part: 'meeting'; readonly answers: { readonly talked: string } }
    ),
): Promise<boolean> {
  const { appraisalId, authorId, version, part, answers } = said
  const result = await db
    .insertInto('appraisal_words')
    .values({
      ...{ appraisal_id: appraisalId, author_id: authorId, version, part },
      answers: JSON.stringify(answers),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function setAppraisalShared(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<void> {
  await db
    .updateTable('appraisal')
    .where('id', '=', id)
    .where('shared_at', 'is', null)
    .set({ shared_at: sql<Date>`clock_timestamp()` })
    .execute()
}

export async function setAppraisalDays(
  db: Transaction,
  {
    id,
    meetingOn,
    reviewOn,
  }: {
    readonly id: string
    readonly meetingOn: string
    readonly reviewOn: string
  },
): Promise<void> {
  await db
    .updateTable('appraisal')
    .where('id', '=', id)
    .set({ meeting_on: meetingOn, review_on: reviewOn })
    .execute()
}

/** The database lets nobody agree for the other, and dates the plan when both have. */
export async function setPlanAgreed(
  db: Transaction,
  { id, side }: { readonly id: string; readonly side: Side },
): Promise<void> {
  const now = sql<Date>`clock_timestamp()`
  const change = side === 'worker' ? { worker_agreed_at: now } : { supervisor_agreed_at: now }
  await db.updateTable('appraisal').where('id', '=', id).set(change).execute()
}

export async function setPlanUnagreed(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<void> {
  await db
    .updateTable('appraisal')
    .where('id', '=', id)
    .where('agreed_on', 'is', null)
    .set({ worker_agreed_at: null, supervisor_agreed_at: null })
    .execute()
}

/** Each as it was last written, without what was taken off. In the order in which they came. */
export async function listPlan(db: Transaction, { appraisalId }: OfAppraisal): Promise<PlanItem[]> {
  const rows = await db
    .selectFrom('plan_item')
    .where('appraisal_id', '=', appraisalId)
    .orderBy('at')
    .select(['item_id', 'version', 'kind', 'words', 'helper', 'by_on', 'state'])
    .execute()
  const latest = new Map<string, PlanItem>()
  // The columns' check constraints allow only these kinds and states.
  for (const { item_id: id, kind, state, helper, by_on, ...row } of rows) {
    latest.set(id, {
      ...{ ...row, id, kind: kind as PlanKind, state: state as PlanState },
      ...{ helper: helper ?? undefined, byOn: by_on ?? undefined },
    })
  }
  return [...latest.values()].filter(({ state }) => state !== 'taken-off')
}

/** False where that version is there: the other side was first. */
export async function insertPlanVersion(
  db: Transaction,
  said: OfAppraisal & {
    readonly id: string
    readonly version: number
    readonly changedBy: string
    readonly fields: PlanFields
  },
): Promise<boolean> {
  const { appraisalId, id, version, changedBy, fields } = said
  const { kind, words, helper, byOn, state } = fields
  const result = await db
    .insertInto('plan_item')
    .values({
      ...{ item_id: id, version, appraisal_id: appraisalId, changed_by: changedBy, kind, words },
      ...{ helper: helper ?? null, by_on: byOn ?? null, state },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
