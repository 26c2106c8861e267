/** A holder's goals, each with its steps, and what they did with them. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import type {
  Goal,
  GoalAct,
  GoalChange,
  GoalKind,
  GoalState,
  GoalStep,
  StepState,
} from './model/goal.ts'
import { setOne } from './set-one.ts'

interface Whose {
  readonly holderId: string
}

interface Which extends Whose {
  readonly id: string
}

export interface GoalDraft {
  readonly kind: GoalKind
  readonly level: LevelSlug
  readonly edition: string
  readonly codes: readonly string[]
  readonly words?: string | undefined
  readonly lookAgainOn?: string | undefined
  readonly shared: boolean
}

/** The latest first, whatever their kind and state. */
export async function listGoals(db: Transaction, { holderId }: Whose): Promise<Goal[]> {
  return withSteps(db, await goalRows(db, { holderId }).execute(), { holderId })
}

/** Those that the holder shows to whoever supervises them, and that they are on with. */
export async function listSharedGoals(db: Transaction, { holderId }: Whose): Promise<Goal[]> {
  const rows = await goalRows(db, { holderId })
    .where('shared', '=', true)
    .where('state', '=', 'open')
    .execute()
  return withSteps(db, rows, { holderId })
}

/** Throws NotFound for somebody else's. */
export async function getGoal(db: Transaction, { id, holderId }: Which): Promise<Goal> {
  const rows = await goalRows(db, { holderId }).where('id', '=', id).execute()
  const [goal] = await withSteps(db, rows, { holderId })
  if (goal === undefined) throw new NotFound(`goal ${id}`)
  return goal
}

/** The latest first. */
export async function listGoalChanges(
  db: Transaction,
  { id, holderId }: Which,
): Promise<GoalChange[]> {
  const rows = await db
    .selectFrom('goal_change')
    .where('goal_id', '=', id)
    .where('holder_id', '=', holderId)
    .orderBy('number', 'desc')
    .select(['act', 'words', 'codes', 'look_again_on', 'at'])
    .execute()
  return rows.map(({ act, words, codes, look_again_on, at }) => ({
    // The column's check constraint allows only these.
    ...{ act: act as GoalAct, words: words ?? undefined, codes: codes ?? undefined, at },
    lookAgainOn: look_again_on ?? undefined,
  }))
}

/** False where a goal with this id is there already: the same form was posted twice. */
export async function insertGoal(
  db: Transaction,
  { id, holderId }: Which,
  { kind, level, edition, codes, words, lookAgainOn, shared }: GoalDraft,
): Promise<boolean> {
  const made = await db
    .insertInto('goal')
    .values({
      ...{ id, holder_id: holderId, kind, level, edition, codes: [...codes], shared },
      ...{ words: words ?? null, look_again_on: lookAgainOn ?? null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function setGoal(
  db: Transaction,
  { id, holderId }: Which,
  {
    codes,
    edition,
    words,
    lookAgainOn,
  }: Pick<GoalDraft, 'codes' | 'edition' | 'words' | 'lookAgainOn'>,
): Promise<void> {
  await setOne(
    db
      .updateTable('goal')
      .set({ codes: [...codes], edition, words: words ?? null })
      .set({ look_again_on: lookAgainOn ?? null, version: sql<number>`version + 1` })
      .where('id', '=', id)
      .where('holder_id', '=', holderId),
    `goal ${id}`,
  )
}

export async function setGoalState(
  db: Transaction,
  { id, holderId }: Which,
  { state, at }: { readonly state: GoalState; readonly at: Date },
): Promise<void> {
  const goal = db.updateTable('goal').where('id', '=', id).where('holder_id', '=', holderId)
  await setOne(goal.set({ state, state_at: at }), `goal ${id}`)
}

export async function setGoalShared(
  db: Transaction,
  { id, holderId }: Which,
  { shared }: { readonly shared: boolean },
): Promise<void> {
  const goal = db.updateTable('goal').where('id', '=', id).where('holder_id', '=', holderId)
  await setOne(goal.set({ shared }), `goal ${id}`)
}

/** False where it was not there, or not theirs. */
export async function removeGoal(db: Transaction, { id, holderId }: Which): Promise<boolean> {
  const gone = await db
    .deleteFrom('goal')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Called with the passport locked, so that two never take one number. */
export async function insertGoalChange(
  db: Transaction,
  { id, holderId }: Which,
  { act, words, codes, lookAgainOn }: Omit<GoalChange, 'at'>,
): Promise<void> {
  const { next } = await db
    .selectFrom('goal_change')
    .where('goal_id', '=', id)
    .where('holder_id', '=', holderId)
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('goal_change')
    .values({
      ...{ goal_id: id, number: next, holder_id: holderId, act, words: words ?? null },
      ...{ codes: codes === undefined ? null : [...codes], look_again_on: lookAgainOn ?? null },
    })
    .execute()
}

function goalRows(db: Transaction, { holderId }: Whose) {
  return db
    .selectFrom('goal')
    .where('holder_id', '=', holderId)
    .orderBy('set_at', 'desc')
    .orderBy('id')
    .select(['id', 'kind', 'level', 'edition', 'codes', 'words', 'look_again_on', 'state'])
    .select(['shared', 'version', 'set_at', 'state_at'])
}

type GoalRow = Awaited<ReturnType<ReturnType<typeof goalRows>['executeTakeFirstOrThrow']>>

async function withSteps(
  db: Transaction,
  rows: readonly GoalRow[],
  { holderId }: Whose,
): Promise<Goal[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await db
    .selectFrom('goal_step')
    .where('holder_id', '=', holderId)
    .where('goal_id', 'in', ids)
    .orderBy('added_at')
    .orderBy('id')
    .select(['id', 'goal_id', 'suggestion', 'words', 'helper', 'state', 'version', 'state_at'])
    .execute()
  return rows.map((row) =>
    toGoal(row, steps.filter(({ goal_id }) => goal_id === row.id).map(toStep)),
  )
}

function toGoal(row: GoalRow, steps: readonly GoalStep[]): Goal {
  const { id, edition, codes, shared, version, set_at, state_at } = row
  return {
    ...{ id, edition, codes, shared, version, setAt: set_at, stateAt: state_at, steps },
    // The columns' check constraints allow only these.
    ...{ kind: row.kind as GoalKind, level: row.level as LevelSlug, state: row.state as GoalState },
    ...{ words: row.words ?? undefined, lookAgainOn: row.look_again_on ?? undefined },
  }
}

interface StepRow {
  readonly id: string
  readonly suggestion: string | null
  readonly words: string
  readonly helper: string
  readonly state: string
  readonly version: number
  readonly state_at: Date
}

function toStep({ id, suggestion, words, helper, state, version, state_at }: StepRow): GoalStep {
  return {
    ...{ id, words, helper, version, suggestion: suggestion ?? undefined, stateAt: state_at },
    // The column's check constraint allows only these.
    state: state as StepState,
  }
}
