/** What holders do with their goals. What a goal said before is kept. */
import { isDeepStrictEqual } from 'node:util'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { lockPassport } from '../../passports/passports-store.ts'
import * as store from './goals-store.ts'
import { type Goal, type GoalState, isOpenGoal, mostGoals, mostOpenGoals } from './model/goal.ts'

export type SetGoal = 'set' | 'too-many'

/** Posting the same again keeps one, also from a form that the way back made anew: gives its id. */
export function setNewGoal(
  db: Database,
  person: Person,
  { id, draft }: { readonly id: string; readonly draft: store.GoalDraft },
): Promise<{ readonly id: string } | 'too-many'> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const goals = await store.listGoals(db, { holderId })
    const there = goals.find((goal) => goal.id === id || (isOpenGoal(goal) && isSame(goal, draft)))
    if (there !== undefined) return { id: there.id }
    const open = goals.filter(isOpenGoal).length
    if (open >= mostOpenGoals || goals.length >= mostGoals) return 'too-many'
    // An id that is somebody else's: as if it were not there.
    if (!(await store.insertGoal(db, { id, holderId }, draft))) throw new NotFound(`goal ${id}`)
    await store.insertGoalChange(db, { id, holderId }, { act: 'set' })
    await recordEvent(db, person, 'goal.set', `goal:${id}`)
    return { id }
  })
}

function isSame(goal: Goal, draft: store.GoalDraft): boolean {
  const fields = ['kind', 'level', 'edition', 'codes', 'words', 'lookAgainOn', 'shared'] as const
  return fields.every((field) => isDeepStrictEqual(goal[field], draft[field]))
}

export type ChangedGoal = 'changed' | 'overtaken'

/** "overtaken": it was changed elsewhere after `version` was read, and says something else now. */
export function changeGoal(
  db: Database,
  person: Person,
  change: {
    readonly id: string
    readonly version: number
    readonly said: Pick<store.GoalDraft, 'words' | 'codes' | 'edition' | 'lookAgainOn'>
  },
): Promise<ChangedGoal> {
  const { id, said } = change
  const which = { id, holderId: person.id }
  return asActor(db, person, async (db) => {
    await lockPassport(db, person.id)
    const now = await store.getGoal(db, which)
    const { words, codes, edition, lookAgainOn } = now
    if (isDeepStrictEqual({ words, codes, edition, lookAgainOn }, said)) return 'changed'
    if (now.version !== change.version) return 'overtaken'
    await store.setGoal(db, which, said)
    await store.insertGoalChange(db, which, { act: 'changed', words, codes, lookAgainOn })
    await recordEvent(db, person, 'goal.changed', `goal:${id}`)
    return 'changed'
  })
}

const stateActs = { open: 'reopened', completed: 'completed', 'set-aside': 'set-aside' } as const

/** No reason is asked, and the same again changes nothing. */
export function moveGoal(
  db: Database,
  person: Person,
  { id, state, at }: { readonly id: string; readonly state: GoalState; readonly at: Date },
): Promise<SetGoal> {
  const which = { id, holderId: person.id }
  return asActor(db, person, async (db) => {
    await lockPassport(db, person.id)
    const goal = await store.getGoal(db, which)
    if (goal.state === state) return 'set'
    if (state === 'open' && (await countOpen(store.listGoals(db, which))) >= mostOpenGoals) {
      return 'too-many'
    }
    const act = stateActs[state]
    await store.setGoalState(db, which, { state, at })
    await store.insertGoalChange(db, which, { act })
    await recordEvent(db, person, `goal.${act}`, `goal:${id}`)
    return 'set'
  })
}

async function countOpen(goals: Promise<readonly Goal[]>): Promise<number> {
  return (await goals).filter(isOpenGoal).length
}

/** Whether whoever supervises the holder sees it. */
export function showGoal(
  db: Database,
  person: Person,
  { id, shared }: { readonly id: string; readonly shared: boolean },
): Promise<void> {
  const which = { id, holderId: person.id }
  return asActor(db, person, async (db) => {
    await lockPassport(db, person.id)
    const goal = await store.getGoal(db, which)
    if (goal.shared === shared) return
    const act = shared ? 'shown' : 'kept-private'
    await store.setGoalShared(db, which, { shared })
    await store.insertGoalChange(db, which, { act })
    await recordEvent(db, person, `goal.${act}`, `goal:${id}`)
  })
}

/** With its steps and all that it said before. */
export function takeOutGoal(db: Database, person: Person, id: string): Promise<void> {
  return asActor(db, person, async (db) => {
    if (!(await store.removeGoal(db, { id, holderId: person.id }))) throw new NotFound(`goal ${id}`)
    await recordEvent(db, person, 'goal.taken-out', `goal:${id}`)
  })
}
