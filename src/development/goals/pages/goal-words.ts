/** What happened with a goal, as its holder reads it. */
import { monthInWords, plainDate } from '../../../language/plain-dates.ts'
import type { Goal, GoalAct, GoalState } from '../model/goal.ts'

/** The month that was said; never that it is due, and never that it is late. */
export function lookAgainWords({ lookAgainOn, state }: Goal, today: string): string | undefined {
  if (lookAgainOn === undefined || state !== 'open') return undefined
  const month = monthInWords(new Date(`${lookAgainOn}T12:00:00Z`))
  return lookAgainOn <= today
    ? `You said that you would look at this again in ${month}.`
    : `You will look at this again in ${month}.`
}

export function stateWords({ state, stateAt }: Goal): string | undefined {
  if (state === 'open') return undefined
  return `${state === 'completed' ? 'Completed' : 'Set aside'} on ${plainDate(stateAt)}`
}

const stateDone: Readonly<Record<GoalState, string>> = {
  completed: 'You completed this goal.',
  'set-aside': 'This goal is set aside. You can take it up again whenever you like.',
  open: 'You are on with this goal again.',
}

export const doneWords: ReadonlyMap<string, string> = new Map([
  ...Object.entries(stateDone),
  ['changed', 'Your change is saved.'],
  ['shown', 'Your supervisor can see this goal.'],
  ['kept-private', 'Only you can see this goal.'],
  ['steps', 'Your next steps are saved.'],
  ['step-done', 'One step is done.'],
  ['step-put-aside', 'The step is put aside.'],
  ['step-open', 'The step is to do again.'],
  ['step-changed', 'The step is changed.'],
])

export const actWords: Readonly<Record<GoalAct, string>> = {
  set: 'You set this goal',
  changed: 'You changed it. Before, it said',
  shown: 'You chose to show it to your supervisor',
  'kept-private': 'You chose to keep it to yourself',
  completed: 'You completed it',
  'set-aside': 'You set it aside',
  reopened: 'You took it up again',
  'step-added': 'You added a step',
  'step-changed': 'You changed a step. Before, it said',
  'step-done': 'You did a step',
  'step-put-aside': 'You put a step aside',
  'step-reopened': 'You took a step up again',
}
