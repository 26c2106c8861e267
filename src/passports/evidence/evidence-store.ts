/** What a holder keeps as evidence; its files apart, so that a list reads none of them. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { About, Evidence, FileType, Scan } from './model/evidence.ts'

interface Whose {
  readonly holderId: string
}

type Which = Whose & { readonly id: string }

/** The latest first: all of it, or that of one entry or statement, or what one request shows. */
export async function listEvidence(
  db: Transaction,
  {
    holderId,
    entryId,
    code,
    requestId,
  }: Whose & { readonly entryId?: string; readonly code?: string; readonly requestId?: string },
): Promise<Evidence[]> {
  let query = rowsOf(db, { holderId })
  if (entryId !== undefined) query = query.where('entry_id', '=', entryId)
  if (code !== undefined) query = query.where('code', '=', code)
  if (requestId !== undefined) {
    query = query.where('id', 'in', (eb) =>
      eb.selectFrom('request_evidence').where('request_id', '=', requestId).select('evidence_id'),
    )
  }
  return (await query.orderBy('at', 'desc').execute()).map(toEvidence)
}

/** Throws NotFound for somebody else's. */
export async function getEvidence(db: Transaction, { id, holderId }: Which): Promise<Evidence> {
  const row = await rowsOf(db, { holderId }).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`evidence ${id}`)
  return toEvidence(row)
}

export async function countEvidence(
  db: Transaction,
  { holderId }: Whose,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const { count, bytes } = await db
    .selectFrom('evidence')
    .where('holder_id', '=', holderId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .select(sql<string>`coalesce(sum(size), 0)`.as('bytes'))
    .executeTakeFirstOrThrow()
  return { count: Number(count), bytes: Number(bytes) }
}

/** False where evidence with this id is there already: the same form was posted twice. */
export async function insertEvidence(
  db: Transaction,
  { id, holderId }: Which,
  { about, words, file }: Omit<Evidence, 'id' | 'at'>,
): Promise<boolean> {
  const made = await db
    .insertInto('evidence')
    .values({
      ...{ id, holder_id: holderId, words },
      ...('entryId' in about ? { entry_id: about.entryId } : about),
      ...(file && { file_type: file.type, size: file.size, scan: file.scan }),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export interface SealedFile {
  readonly sealedKey: Buffer
  readonly sealed: Buffer
}

export async function insertEvidenceFile(
  db: Transaction,
  { id, holderId }: Which,
  { sealedKey, sealed }: SealedFile,
): Promise<void> {
  await db
    .insertInto('evidence_file')
    .values({ evidence_id: id, holder_id: holderId, sealed_key: sealedKey, sealed })
    .execute()
}

/** Throws NotFound for somebody else's, and for what has no file. */
export async function getEvidenceFile(
  db: Transaction,
  { id, holderId }: Which,
): Promise<SealedFile> {
  const row = await db
    .selectFrom('evidence_file')
    .where('evidence_id', '=', id)
    .where('holder_id', '=', holderId)
    .select(['sealed_key as sealedKey', 'sealed'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`file of evidence ${id}`)
  return row
}

/** False where it was not there, or not theirs. */
export async function removeEvidence(db: Transaction, { id, holderId }: Which): Promise<boolean> {
  const gone = await db
    .deleteFrom('evidence')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

function rowsOf(db: Transaction, { holderId }: Whose) {
  return db
    .selectFrom('evidence')
    .where('holder_id', '=', holderId)
    .select(['id', 'entry_id', 'edition', 'code', 'words', 'file_type', 'size', 'scan', 'at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function toEvidence({ entry_id, edition, code, file_type, size, scan, ...row }: Row): Evidence {
  return {
    ...row,
    about: aboutOf(entry_id, edition, code),
    file:
      file_type === null || size === null
        ? undefined
        : // The columns' check constraints allow only these.
          { type: file_type as FileType, size, scan: scan as Scan },
  }
}

function aboutOf(entryId: string | null, edition: string | null, code: string | null): About {
  if (entryId !== null) return { entryId }
  return { edition: edition ?? '', code: code ?? '' }
}
