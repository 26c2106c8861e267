/** The SQL of the codes by which a worker lets one registrant of another employer ask them. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

export interface Opening {
  readonly id: string
  /** Undefined where the person they support employs them. */
  readonly workerAt?: string | undefined
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly openedAt?: Date | undefined
  readonly endedAt?: Date | undefined
}

export async function insertOpening(
  db: Transaction,
  opening: {
    readonly id: string
    readonly workerId: string
    readonly workerAt?: string | undefined
    readonly codeHash: Buffer
    readonly expiresAt: Date
  },
): Promise<void> {
  const { id, workerId, workerAt, codeHash, expiresAt } = opening
  await db
    .insertInto('delegation_opening')
    .values({
      ...{ id, worker_id: workerId, worker_at: workerAt ?? null },
      ...{ code_hash: codeHash, expires_at: expiresAt },
    })
    .execute()
}

/** Their own, the newest first. */
export async function listOpenings(
  db: Transaction,
  { workerId }: { readonly workerId: string },
): Promise<Opening[]> {
  const rows = await db
    .selectFrom('delegation_opening')
    .where('worker_id', '=', workerId)
    .orderBy('made_at', 'desc')
    .select(['id', 'worker_at as workerAt', 'made_at as madeAt', 'expires_at as expiresAt'])
    .select(['opened_at as openedAt', 'ended_at as endedAt'])
    .execute()
  return rows.map(({ workerAt, openedAt, endedAt, ...row }) => ({
    ...row,
    ...{ workerAt: workerAt ?? undefined, openedAt: openedAt ?? undefined },
    endedAt: endedAt ?? undefined,
  }))
}

/** False where there was nothing to end. */
export async function setOpeningEnded(
  db: Transaction,
  { id, workerId }: { readonly id: string; readonly workerId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delegation_opening')
    .where('id', '=', id)
    .where('worker_id', '=', workerId)
    .where('ended_at', 'is', null)
    .set({ ended_at: sql`clock_timestamp()` })
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The worker whose code it is, as somebody who may delegate for the organisation. */
export async function openWorker(
  db: Transaction,
  { codeHash, organisation }: { readonly codeHash: Buffer; readonly organisation: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ worker: string | null }>`
    select open_to_delegate(${codeHash}, ${organisation}) as worker`.execute(db)
  return rows[0]?.worker ?? undefined
}
