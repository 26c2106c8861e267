/** The SQL of the tasks that an organisation adds for itself, until a day. */
import type { Transaction } from '../database/database.ts'
import type { LocalTask } from './model/task.ts'

export interface MadeLocalTask extends LocalTask {
  readonly madeBy: string
}

/** Of these organisations, and not taken out. */
export async function listLocalTasks(
  db: Transaction,
  { organisations }: { readonly organisations: readonly string[] },
): Promise<LocalTask[]> {
  if (organisations.length === 0) return []
  return db
    .selectFrom('delegation_addon')
    .where('organisation', 'in', [...organisations])
    .where('taken_out_at', 'is', null)
    .orderBy('title')
    .select(['id', 'organisation', 'title', 'about', 'edition', 'codes', 'ends_on as endsOn'])
    .execute()
}

/** False where the same form made it already. */
export async function insertLocalTask(db: Transaction, task: MadeLocalTask): Promise<boolean> {
  const { id, organisation, title, about, edition, codes, endsOn, madeBy } = task
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('delegation_addon')
    .values({
      ...{ id, organisation, title, about, edition, codes: [...codes] },
      ...{ ends_on: endsOn, made_by: madeBy },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The organisation whose it was; undefined where there is none to take out. */
export async function setLocalTaskTakenOut(
  db: Transaction,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<string | undefined> {
  const row = await db
    .updateTable('delegation_addon')
    .where('id', '=', id)
    .where('taken_out_at', 'is', null)
    .set({ taken_out_at: at })
    .returning('organisation')
    .executeTakeFirst()
  return row?.organisation
}
