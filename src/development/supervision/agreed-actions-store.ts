/** The SQL of what was agreed on in supervision. Each change is a new version. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { ActionFields, ActionState, AgreedAction, Doer } from './model/session.ts'

/** Of one supervision, those with the nearest day first. */
export async function listAgreedActions(
  db: Transaction,
  { supervisingId }: { readonly supervisingId: string },
): Promise<AgreedAction[]> {
  const rows = await latest(db).where('held.supervising_id', '=', supervisingId).execute()
  return rows.map(toAction).sort(byDay)
}

/** Of one session: also those that went along to the next supervisor. */
export async function listActionsOfSession(
  db: Transaction,
  { sessionId }: { readonly sessionId: string },
): Promise<AgreedAction[]> {
  const rows = await latest(db).where('held.session_id', '=', sessionId).execute()
  return rows.map(toAction).sort(byDay)
}

/** Throws NotFound for what others agreed on. */
export async function getAgreedAction(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<AgreedAction & { readonly supervisingId: string }> {
  const row = await latest(db).where('held.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`action ${id}`)
  return { ...toAction(row), supervisingId: row.supervising_id }
}

/** Everything it said, the latest first. */
export async function listActionVersions(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<AgreedAction[]> {
  const rows = await versions(db)
    .where('held.id', '=', id)
    .orderBy('written.version', 'desc')
    .execute()
  return rows.map(toAction)
}

function versions(db: Transaction) {
  return db
    .selectFrom('supervision_action as held')
    .innerJoin('supervision_action_version as written', 'written.action_id', 'held.id')
    .select(['held.id', 'held.session_id', 'held.supervising_id', 'written.version'])
    .select(['written.words', 'written.doer', 'written.due_on', 'written.state'])
    .select(['written.changed_by', 'written.at'])
}

function latest(db: Transaction) {
  return versions(db).distinctOn('held.id').orderBy('held.id').orderBy('written.version', 'desc')
}

/** The column's check constraints allow only these doers and states. */
function toAction(
  row: Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>,
): AgreedAction {
  return {
    ...{ id: row.id, sessionId: row.session_id, version: row.version, words: row.words },
    ...{ changedBy: row.changed_by, at: row.at, dueOn: row.due_on ?? undefined },
    doer: row.doer as Doer,
    state: row.state as ActionState,
  }
}

function byDay(one: AgreedAction, other: AgreedAction): number {
  return (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || +one.at - +other.at
}

/** False where one with this id is there already: the form was posted twice. */
export async function insertAgreedAction(
  db: Transaction,
  {
    id,
    supervisingId,
    sessionId,
  }: {
    readonly id: string
    readonly supervisingId: string
    readonly sessionId: string
  },
): Promise<boolean> {
  const result = await db
    .insertInto('supervision_action')
    .values({ id, supervising_id: supervisingId, session_id: sessionId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False where that version is there: the other side was first. */
export async function insertActionVersion(
  db: Transaction,
  {
    id,
    version,
    changedBy,
    fields,
  }: {
    readonly id: string
    readonly version: number
    readonly changedBy: string
    readonly fields: ActionFields
  },
): Promise<boolean> {
  const { words, doer, dueOn, state } = fields
  const result = await db
    .insertInto('supervision_action_version')
    .values({
      ...{ action_id: id, version, words, doer, state },
      ...{ due_on: dueOn ?? null, changed_by: changedBy },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
