/** How the steps of a goal are kept. They are read with their goal. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { StepState } from './model/goal.ts'
import { setOne } from './set-one.ts'

interface Which {
  readonly id: string
  readonly holderId: string
}

export interface StepDraft {
  readonly suggestion?: string | undefined
  readonly words: string
  readonly helper: string
}

/** False where this step, or the same suggestion, is there already. */
export async function insertGoalStep(
  db: Transaction,
  { id, goalId, holderId }: Which & { readonly goalId: string },
  { suggestion, words, helper }: StepDraft,
): Promise<boolean> {
  const made = await db
    .insertInto('goal_step')
    .values({
      ...{ id, goal_id: goalId, holder_id: holderId },
      ...{ suggestion: suggestion ?? null, words, helper },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function setGoalStep(
  db: Transaction,
  { id, holderId }: Which,
  { words, helper }: Pick<StepDraft, 'words' | 'helper'>,
): Promise<void> {
  const step = db.updateTable('goal_step').where('id', '=', id).where('holder_id', '=', holderId)
  const version = sql<number>`version + 1`
  await setOne(step.set({ words, helper, version }), `step ${id}`)
}

export async function setGoalStepState(
  db: Transaction,
  { id, holderId }: Which,
  { state, at }: { readonly state: StepState; readonly at: Date },
): Promise<void> {
  const step = db.updateTable('goal_step').where('id', '=', id).where('holder_id', '=', holderId)
  await setOne(step.set({ state, state_at: at }), `step ${id}`)
}
