import { randomUUID } from 'node:crypto'
import { countDevelopmentDue } from '../../../src/development/due-store.ts'
import * as steps from '../../../src/development/goals/goal-steps-store.ts'
import * as record from '../../../src/development/goals/goals-record-store.ts'
import * as goals from '../../../src/development/goals/goals-store.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
/** Its holder shows it to whoever supervises them. */
const shown = { may: ['owner', 'assessor'] } as const
const at = new Date('2026-11-22T12:00:00Z')
const whose = ({ personId }: WorldRecord) => ({ personId })
const holder = ({ personId }: WorldRecord) => ({ holderId: personId })
const theGoal = (of: WorldRecord) => ({ id: of.goal, ...holder(of) })
const theStep = (of: WorldRecord) => ({ id: of.goalStep, ...holder(of) })
const draft = {
  ...({ kind: 'deepen', level: 'entry', edition: 'ahp-support-worker/2026' } as const),
  ...{ codes: [], words: 'To listen well', shared: false },
}
const step = { words: 'Ask for a shift with her', helper: 'supervisor' }

export const goalsStores: Readonly<Record<string, StoreRules>> = {
  'src/development/due-store.ts': {
    countDevelopmentDue: {
      may: [],
      jobs: ['weekly-letter'],
      reads: async (db, { personId }) => {
        const due = await countDevelopmentDue(db, { from: '2000-01-01', to: '2999-01-01' })
        return due.filter((one) => one.personId === personId)
      },
    },
  },
  'src/development/goals/goals-store.ts': {
    listGoals: { ...shown, reads: (db, of) => goals.listGoals(db, holder(of)) },
    listSharedGoals: {
      ...shown,
      reads: (db, of) => goals.listSharedGoals(db, holder(of)),
    },
    getGoal: { ...shown, reads: (db, of) => goals.getGoal(db, theGoal(of)) },
    listGoalChanges: { ...owner, reads: (db, of) => goals.listGoalChanges(db, theGoal(of)) },
    insertGoal: {
      ...owner,
      writes: (db, of) => goals.insertGoal(db, { id: randomUUID(), ...holder(of) }, draft),
    },
    setGoal: { ...owner, writes: (db, of) => goals.setGoal(db, theGoal(of), draft) },
    setGoalState: {
      ...owner,
      writes: (db, of) => goals.setGoalState(db, theGoal(of), { state: 'completed', at }),
    },
    setGoalShared: {
      ...owner,
      writes: (db, of) => goals.setGoalShared(db, theGoal(of), { shared: true }),
    },
    removeGoal: { ...owner, writes: (db, of) => goals.removeGoal(db, theGoal(of)) },
    insertGoalChange: {
      ...owner,
      writes: (db, of) => goals.insertGoalChange(db, theGoal(of), { act: 'completed' }),
    },
  },
  'src/development/goals/goal-steps-store.ts': {
    insertGoalStep: {
      ...owner,
      writes: (db, of) =>
        steps.insertGoalStep(db, { id: randomUUID(), goalId: of.goal, ...holder(of) }, step),
    },
    setGoalStep: { ...owner, writes: (db, of) => steps.setGoalStep(db, theStep(of), step) },
    setGoalStepState: {
      ...owner,
      writes: (db, of) => steps.setGoalStepState(db, theStep(of), { state: 'done', at }),
    },
  },
  'src/development/goals/goals-record-store.ts': {
    listAllGoals: { ...shown, reads: (db, of) => record.listAllGoals(db, whose(of)) },
    listAllGoalSteps: { ...shown, reads: (db, of) => record.listAllGoalSteps(db, whose(of)) },
    listAllGoalChanges: { ...owner, reads: (db, of) => record.listAllGoalChanges(db, whose(of)) },
    eraseGoals: { may: [], writes: (db, of) => record.eraseGoals(db, whose(of)) },
  },
}
