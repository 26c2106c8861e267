/** A holder's goals: in the copy of their record, and gone with their account. */
import type { Transaction } from '../../database/database.ts'
import type { PersonalPart, RecordSection, Whose } from '../../personal-record.ts'
import { readGoalWords } from './goals-content.ts'
import * as store from './goals-record-store.ts'
import { actWords } from './pages/goal-words.ts'

export const goalsPart: PersonalPart = {
  feature: 'goals',
  withheld: {},
  exportFor: async (db, whose) => ({ sections: await goalSections(db, whose) }),
  eraseFor: store.eraseGoals,
}

async function goalSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  const { kinds, helpers } = readGoalWords()
  const kind = 'own-goal'
  return [
    {
      ...{ key: 'goals', title: 'Your goals', kind, tables: ['goal'] },
      about: 'You set these. They are as they are now.',
      labels: {
        kind: 'Goal',
        level: 'Level of its statements',
        codes: 'Statements',
        words: 'In your words',
        lookAgainOn: 'Look again on',
        state: 'How it stands',
        shared: 'Shown to your supervisor',
        setAt: 'Set',
        stateAt: 'Since',
      },
      words: {
        kind: Object.fromEntries(kinds.map(({ kind, name }) => [kind, name])),
        state: { open: 'Going on', completed: 'Completed', 'set-aside': 'Set aside' },
      },
      records: await store.listAllGoals(db, whose),
    },
    {
      ...{ key: 'goal-steps', title: 'The steps of your goals', kind, tables: ['goal_step'] },
      about: 'You chose or wrote these.',
      labels: {
        goalId: 'Number of the goal',
        words: 'Step',
        helper: 'Who can help',
        state: 'How it stands',
        addedAt: 'Added',
        stateAt: 'Since',
      },
      words: {
        helper: Object.fromEntries(helpers.map(({ helper, name }) => [helper, name])),
        state: { open: 'To do', done: 'Done', 'put-aside': 'Put aside' },
      },
      records: await store.listAllGoalSteps(db, whose),
    },
    {
      ...{ key: 'goal-changes', title: 'What you did with your goals', kind },
      tables: ['goal_change'],
      about: 'What they said before, the oldest first. Only you see this.',
      labels: {
        goalId: 'Number of the goal',
        act: 'What you did',
        words: 'Words',
        codes: 'Statements before',
        lookAgainOn: 'Look again on, before',
        at: 'On',
      },
      words: { act: actWords },
      records: await store.listAllGoalChanges(db, whose),
    },
  ]
}
