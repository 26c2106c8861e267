/** The SQL of files of people to invite: kept while somebody looks at them, and while they are sent. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Batch } from './model/batch.ts'
import type { PersonRow } from './model/people-file.ts'

export async function insertBatch(
  db: Transaction,
  batch: {
    readonly id: string
    readonly organisation: string
    readonly madeBy: string
    readonly rows: readonly PersonRow[]
  },
): Promise<void> {
  await db
    .insertInto('invitation_batch')
    .values({
      ...{ id: batch.id, organisation: batch.organisation, made_by: batch.madeBy },
      rows: JSON.stringify(batch.rows),
    })
    .execute()
}

/** Throws NotFound. */
export async function getBatch(
  db: Transaction,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<Batch> {
  const row = await db
    .selectFrom('invitation_batch')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .select(['id', 'organisation', 'rows', 'started_at', 'total', 'done', 'invited', 'finished_at'])
    .select(['made_at', 'started_by'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`file ${id}`)
  return batchOf(row)
}

/** For the job that sends it. Another process that has it is waited for. */
export async function findBatchToSend(db: Transaction, id: string): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('invitation_batch')
    .where('id', '=', id)
    .where('started_at', 'is not', null)
    .where('finished_at', 'is', null)
    .select(['id', 'organisation', 'rows', 'started_at', 'total', 'done', 'invited', 'finished_at'])
    .select(['made_at', 'started_by'])
    .forUpdate()
    .executeTakeFirst()
  return row && batchOf(row)
}

/** False where somebody pressed before. */
export async function setBatchStarted(
  db: Transaction,
  started: {
    readonly id: string
    readonly organisation: string
    readonly by: string
    readonly at: Date
    /** Those that will be invited: the others are forgotten. */
    readonly rows: readonly PersonRow[]
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation_batch')
    .where('id', '=', started.id)
    .where('organisation', '=', started.organisation)
    .where('started_at', 'is', null)
    .where('rows', 'is not', null)
    .set({
      ...{ started_at: started.at, started_by: started.by, total: started.rows.length },
      rows: JSON.stringify(started.rows),
    })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function setBatchProgress(
  db: Transaction,
  progress: { readonly id: string; readonly done: number; readonly invited: number },
): Promise<void> {
  await db
    .updateTable('invitation_batch')
    .where('id', '=', progress.id)
    .set({ done: progress.done, invited: progress.invited })
    .execute()
}

/** Nobody needs what the file said any more: it stands in the invitations. */
export async function setBatchFinished(
  db: Transaction,
  finished: { readonly id: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('invitation_batch')
    .where('id', '=', finished.id)
    .set({ finished_at: finished.at, rows: null })
    .execute()
}

/** Does whoever started it still manage people there? */
export async function mayStillInvite(db: Transaction, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation_batch')
    .where('id', '=', id)
    .select(sql<boolean>`holds_permission(started_by, 'manage-team', organisation)`.as('may'))
    .executeTakeFirst()
  return row?.may === true
}

export async function countToPrint(
  db: Transaction,
  { batchId, organisation }: { readonly batchId: string; readonly organisation: string },
): Promise<number> {
  const row = await db
    .selectFrom('invitation')
    .where('batch_id', '=', batchId)
    .where('organisation', '=', organisation)
    .where('way', '=', 'printed-code')
    .where('secret_hash', 'is', null)
    .where(sql<boolean>`num_nonnulls(accepted_at, declined_at, cancelled_at) = 0`)
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function batchOf(row: {
  readonly id: string
  readonly organisation: string
  readonly rows: readonly PersonRow[] | null
  readonly made_at: Date
  readonly started_at: Date | null
  readonly started_by: string | null
  readonly total: number
  readonly done: number
  readonly invited: number
  readonly finished_at: Date | null
}): Batch {
  return {
    ...{ id: row.id, organisation: row.organisation, rows: row.rows ?? undefined },
    ...{ madeAt: row.made_at, total: row.total, done: row.done, invited: row.invited },
    startedAt: row.started_at ?? undefined,
    startedBy: row.started_by ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  }
}
