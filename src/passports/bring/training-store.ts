/** The SQL of files of training: kept while somebody looks at them, and while they are taken in. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { keyOfTraining } from './model/judge-training.ts'
import type { Mapping, StoredRow, TrainingDraft, TrainingFile } from './model/training-file.ts'

interface Whose {
  readonly holderId: string
}

interface One extends Whose {
  readonly id: string
}

export async function insertTrainingFile(
  db: Transaction,
  file: One & {
    readonly edition: string
    readonly head: readonly string[]
    readonly rows: readonly StoredRow[]
  },
): Promise<void> {
  const { id, holderId, edition, head, rows } = file
  await db
    .insertInto('training_file')
    .values({ id, holder_id: holderId, edition, head: [...head], rows: JSON.stringify(rows) })
    .execute()
}

/** Throws NotFound for somebody else's. */
export async function getTrainingFile(
  db: Transaction,
  { id, holderId }: One,
): Promise<TrainingFile> {
  const row = await db
    .selectFrom('training_file')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .select(['id', 'made_at', 'edition', 'head', 'rows', 'mapping', 'started_at', 'total', 'done'])
    .select(['imported', 'finished_at', 'cancelled_at'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`file ${id}`)
  return toFile(row)
}

/** Those that are still being looked at or taken in, without what they say. */
export async function listOpenTrainingFiles(
  db: Transaction,
  { holderId }: Whose,
): Promise<TrainingFile[]> {
  const rows = await db
    .selectFrom('training_file')
    .where('holder_id', '=', holderId)
    .where('finished_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('made_at', 'desc')
    .select(['id', 'made_at', 'edition', 'head', 'mapping', 'started_at', 'total', 'done'])
    .select(['imported', 'finished_at', 'cancelled_at'])
    .execute()
  return rows.map((row) => toFile({ ...row, rows: null }))
}

/** Of the last file with the same columns: nobody puts them right twice. */
export async function findLastMapping(
  db: Transaction,
  { holderId, head }: Whose & { readonly head: readonly string[] },
): Promise<Mapping | undefined> {
  const row = await db
    .selectFrom('training_file')
    .where('holder_id', '=', holderId)
    .where('mapping', 'is not', null)
    .where('head', '=', sql<string[]>`${[...head]}::text[]`)
    .orderBy('made_at', 'desc')
    .limit(1)
    .select('mapping')
    .executeTakeFirst()
  return row?.mapping ?? undefined
}

/** False where it was started or given up meanwhile. */
export async function setMapping(
  db: Transaction,
  { id, holderId, mapping }: One & { readonly mapping: Mapping },
): Promise<boolean> {
  const { numUpdatedRows } = await unstarted(db, { id, holderId })
    .set({ mapping: JSON.stringify(mapping) })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where somebody pressed before. */
export async function setTrainingStarted(
  db: Transaction,
  started: One & { readonly at: Date; readonly drafts: readonly TrainingDraft[] },
): Promise<boolean> {
  const { id, holderId, at, drafts } = started
  const { numUpdatedRows } = await unstarted(db, { id, holderId })
    .set({ drafts: JSON.stringify(drafts), rows: null, started_at: at, total: drafts.length })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was over. What was taken in already stays. */
export async function setTrainingCancelled(
  db: Transaction,
  { id, holderId, at }: One & { readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('training_file')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .where('finished_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .set({ cancelled_at: at, rows: null, drafts: null })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** As the job: the next rows, in one statement. True while there are more. */
export async function importTraining(
  db: Transaction,
  { id, most }: { readonly id: string; readonly most: number },
): Promise<boolean> {
  const asked = sql<{ more: boolean }>`select import_training(${id}, ${most}) as more`
  return (await asked.execute(db)).rows[0]?.more === true
}

/** As the job: whose file it was, and how much of it was taken in. */
export async function findImported(
  db: Transaction,
  id: string,
): Promise<(Whose & { readonly imported: number }) | undefined> {
  const row = await db
    .selectFrom('training_file')
    .where('id', '=', id)
    .where('finished_at', 'is not', null)
    .select(['holder_id', 'imported'])
    .executeTakeFirst()
  return row && { holderId: row.holder_id, imported: row.imported }
}

/** By title and day, as they were ever written: what a row may repeat. */
export async function listKnownTraining(
  db: Transaction,
  { holderId }: Whose,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('passport_entry as entry')
    .innerJoin('passport_entry_version as written', 'written.entry_id', 'entry.id')
    .where('written.holder_id', '=', holderId)
    .where('entry.kind', '=', 'training')
    .select(['written.title', 'written.from_on'])
    .execute()
  return new Set(rows.map(({ title, from_on }) => keyOfTraining(title, from_on ?? undefined)))
}

function unstarted(db: Transaction, { id, holderId }: One) {
  return db
    .updateTable('training_file')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .where('started_at', 'is', null)
    .where('cancelled_at', 'is', null)
}

function toFile(row: {
  readonly id: string
  readonly made_at: Date
  readonly edition: string
  readonly head: readonly string[]
  readonly rows: readonly StoredRow[] | null
  readonly mapping: Mapping | null
  readonly started_at: Date | null
  readonly total: number
  readonly done: number
  readonly imported: number
  readonly finished_at: Date | null
  readonly cancelled_at: Date | null
}): TrainingFile {
  return {
    ...{ id: row.id, madeAt: row.made_at, edition: row.edition, head: row.head },
    ...{ rows: row.rows ?? undefined, mapping: row.mapping ?? undefined },
    ...{ total: row.total, done: row.done, imported: row.imported },
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    cancelledAt: row.cancelled_at ?? undefined,
  }
}
