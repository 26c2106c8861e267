/** The copies that people asked for: one a person, kept for some days. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export interface ExportCopy {
  readonly id: string
  readonly askedAt: Date
  readonly partsDone: number
  readonly parts: number
  readonly readyAt?: Date | undefined
  /** Bytes; nothing while it is being made. */
  readonly size?: number | undefined
}

/** The latest. */
export async function findCopy(
  db: Transaction,
  { personId }: Whose,
): Promise<ExportCopy | undefined> {
  const row = await db
    .selectFrom('export_copy')
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .select(['id', 'asked_at', 'parts_done', 'parts', 'ready_at'])
    .select(sql<number | null>`octet_length(file)`.as('size'))
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    askedAt: row.asked_at,
    partsDone: row.parts_done,
    parts: row.parts,
    readyAt: row.ready_at ?? undefined,
    size: row.size ?? undefined,
  }
}

/** False when one is being made already. Those made before go: nobody needs two. */
export async function insertCopy(
  db: Transaction,
  copy: { readonly id: string; readonly personId: string; readonly parts: number },
): Promise<boolean> {
  const { id, personId, parts } = copy
  const result = await db
    .insertInto('export_copy')
    .values({ id, person_id: personId, parts })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  await db
    .deleteFrom('export_copy')
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .execute()
  return true
}

export async function setPartsDone(
  db: Transaction,
  { id, personId, done }: { readonly id: string; readonly personId: string; readonly done: number },
): Promise<void> {
  await db
    .updateTable('export_copy')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .set({ parts_done: done })
    .execute()
}

/** False where it is gone or was made already. */
export async function setCopyReady(
  db: Transaction,
  copy: {
    readonly id: string
    readonly personId: string
    readonly readyAt: Date
    readonly file: Buffer
  },
): Promise<boolean> {
  const { id, personId, readyAt, file } = copy
  const result = await db
    .updateTable('export_copy')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ready_at', 'is', null)
    .set((eb) => ({ ready_at: readyAt, file, parts_done: eb.ref('parts') }))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function findCopyFile(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('export_copy')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .select('file')
    .executeTakeFirst()
  return row?.file ?? undefined
}

export function listCopies(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('export_copy')
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .select(['asked_at as askedAt', 'ready_at as readyAt'])
    .execute()
}

export async function findOwnName(
  db: Transaction,
  { personId }: Whose,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .where('id', '=', personId)
    .where(sql<boolean>`not is_erased(id)`)
    .select('name')
    .executeTakeFirst()
  return row?.name
}
