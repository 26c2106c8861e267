/** The SQL of top-ups that were done. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { TopUpDone } from './model/top-up.ts'

/** False where it is recorded already, or where a later decision asks for none: nothing is kept. */
export async function insertTopUp(
  db: Transaction,
  made: {
    readonly id: string
    readonly decisionId: string
    readonly holderId: string
    readonly organisation: string
    readonly doneOn: string
    readonly recordedBy: string
  },
): Promise<boolean> {
  const kept = await db
    .insertInto('recognition_top_up')
    .values({
      ...{ id: made.id, decision_id: made.decisionId, holder_id: made.holderId },
      ...{ organisation: made.organisation, done_on: made.doneOn, recorded_by: made.recordedBy },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** One's own alone. False where it was taken back before, or somebody else recorded it. */
export async function setTopUpTakenBack(
  db: Transaction,
  { id, recordedBy, at }: { readonly id: string; readonly recordedBy: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recognition_top_up')
    .set({ taken_back_at: at })
    .where('id', '=', id)
    .where('recorded_by', '=', recordedBy)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Of one set, the earliest first, with those that were taken back. */
export async function listTopUps(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<TopUpDone[]> {
  return (await topUps(db).where('decided.share_id', '=', shareId).execute()).map(topUpOf)
}

/** All that a holder did, wherever it was asked. */
export async function listOwnTopUps(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<TopUpDone[]> {
  return (await topUps(db).where('done.holder_id', '=', holderId).execute()).map(topUpOf)
}

function topUps(db: Transaction) {
  return db
    .selectFrom('recognition_top_up as done')
    .innerJoin('recognition_decision as decided', 'decided.id', 'done.decision_id')
    .orderBy('done.at')
    .select(['done.id', 'done.decision_id', 'done.done_on', 'done.recorded_by', 'done.at'])
    .select('done.taken_back_at')
    .select(sql<string | null>`name_of_top_up(done.id)`.as('name'))
}

function topUpOf(
  row: Awaited<ReturnType<ReturnType<typeof topUps>['executeTakeFirstOrThrow']>>,
): TopUpDone {
  return {
    ...{ id: row.id, decisionId: row.decision_id, doneOn: row.done_on, at: row.at },
    ...{ recordedBy: row.recorded_by, recordedByName: row.name ?? undefined },
    takenBackAt: row.taken_back_at ?? undefined,
  }
}
