/** A goal of an owner with one step: made as the pages make them. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../src/actor.ts'
import { setNewGoal } from '../../src/development/goals/goals-actions.ts'
import { addSteps } from '../../src/development/goals/steps-actions.ts'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName } from './people.ts'

export async function insertGoals({ site }: TestSite, owner: OwnerName) {
  const [goal, goalStep] = [randomUUID(), randomUUID()]
  const { id, name } = members[owner]
  const person: Person = { kind: 'person', id, name, permissions: [] }
  const draft = {
    ...({ kind: 'deepen', level: 'entry', edition: 'ahp-support-worker/2026' } as const),
    ...{ codes: ['2.1-entry'], words: wordsOf(owner, 'goal'), shared: true },
  }
  await setNewGoal(site.db, person, { id: goal, draft })
  const step = { words: wordsOf(owner, 'goal-step'), helper: 'supervisor' }
  await addSteps(site.db, person, { id: goal, steps: [{ id: goalStep, draft: step }] })
  return { goal, goalStep }
}
