/** What holders do with the steps of a goal. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { lockPassport } from '../../passports/passports-store.ts'
import * as store from './goal-steps-store.ts'
import { getGoal, insertGoalChange } from './goals-store.ts'
import { type Goal, type GoalStep, mostOpenSteps, mostSteps, type StepState } from './model/goal.ts'

export type AddedSteps = 'added' | 'too-many'

/** All or none. A step that is there already is not added again. */
export function addSteps(
  db: Database,
  person: Person,
  {
    id,
    steps,
  }: {
    readonly id: string
    readonly steps: readonly { readonly id: string; readonly draft: store.StepDraft }[]
  },
): Promise<AddedSteps> {
  const which = { id, holderId: person.id }
  return asActor(db, person, async (db) => {
    await lockPassport(db, person.id)
    const goal = await getGoal(db, which)
    const fresh = steps.filter(({ id, draft }) => !goal.steps.some((one) => isSame(one, id, draft)))
    if (!hasRoom(goal, fresh.length)) return 'too-many'
    for (const { id: step, draft } of fresh) {
      const made = await store.insertGoalStep(
        db,
        { id: step, goalId: id, holderId: person.id },
        draft,
      )
      // An id that is somebody else's, or of another goal: as if it were not there.
      if (!made) throw new NotFound(`step ${step}`)
      await insertGoalChange(db, which, { act: 'step-added', words: draft.words })
      await recordEvent(db, person, 'goal.step-added', `goal:${id}`)
    }
    return 'added'
  })
}

function isSame(one: GoalStep, id: string, { suggestion }: store.StepDraft): boolean {
  return one.id === id || (suggestion !== undefined && one.suggestion === suggestion)
}

function hasRoom({ steps }: Goal, more: number): boolean {
  const open = steps.filter(({ state }) => state === 'open').length
  return more === 0 || (open + more <= mostOpenSteps && steps.length + more <= mostSteps)
}

export type ChangedStep = 'changed' | 'overtaken'

/** "overtaken": it was changed elsewhere after `version` was read, and says something else now. */
export function changeStep(
  db: Database,
  person: Person,
  change: {
    readonly goalId: string
    readonly id: string
    readonly version: number
    readonly said: Pick<store.StepDraft, 'words' | 'helper'>
  },
): Promise<ChangedStep> {
  const { goalId, id, said } = change
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const step = stepOf(await getGoal(db, { id: goalId, holderId }), id)
    const { words, helper } = step
    if (words === said.words && helper === said.helper) return 'changed'
    if (step.version !== change.version) return 'overtaken'
    await store.setGoalStep(db, { id, holderId }, said)
    await insertGoalChange(db, { id: goalId, holderId }, { act: 'step-changed', words })
    await recordEvent(db, person, 'goal.step-changed', `goal:${goalId}`)
    return 'changed'
  })
}

const stateActs = {
  open: 'step-reopened',
  done: 'step-done',
  'put-aside': 'step-put-aside',
} as const

/** The same again changes nothing. */
export function moveStep(
  db: Database,
  person: Person,
  {
    goalId,
    id,
    state,
    at,
  }: { readonly goalId: string; readonly id: string; readonly state: StepState; readonly at: Date },
): Promise<AddedSteps> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const goal = await getGoal(db, { id: goalId, holderId })
    const step = stepOf(goal, id)
    if (step.state === state) return 'added'
    const open = goal.steps.filter((one) => one.state === 'open').length
    if (state === 'open' && open >= mostOpenSteps) return 'too-many'
    const act = stateActs[state]
    await store.setGoalStepState(db, { id, holderId }, { state, at })
    await insertGoalChange(db, { id: goalId, holderId }, { act, words: step.words })
    await recordEvent(db, person, `goal.${act}`, `goal:${goalId}`)
    return 'added'
  })
}

/** Throws NotFound for a step of another goal. */
export function stepOf({ steps }: Goal, id: string): GoalStep {
  const step = steps.find((one) => one.id === id)
  if (step === undefined) throw new NotFound(`step ${id}`)
  return step
}
