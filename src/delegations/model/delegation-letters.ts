/** Letters about delegations. They name no task and nobody: mail is read by others. */

export type LetterKind =
  | 'asked'
  | 'answered'
  | 'agree'
  | 'changed'
  | 'lapsed'
  | 'delegator-left'
  | 'worker-left'
  | 'take-over'
  | 'hand-over'

const words: Readonly<Record<LetterKind, readonly [subject: string, text: string]>> = {
  asked: [
    'A colleague asks whether you will do a task',
    'A registered professional asks whether you will take on something that they delegate. You can say yes or no, and you can take your time. Read what it is here:',
  ],
  answered: [
    'There is an answer to a task that you asked somebody to do',
    'Somebody whom you asked to do a task has answered. Read it here:',
  ],
  agree: [
    'Somebody from another employer asks one of your workers to do a task',
    'A registered professional of another employer asks one of your workers to do a task, and asks whether you agree as their employer. Read what it is here:',
  ],
  changed: [
    'Something has changed in a delegated task',
    'Somebody paused, ended or moved a task that was delegated. Read what changed here:',
  ],
  lapsed: [
    'A delegated task is paused',
    'Something that was signed off has lapsed or was withdrawn, and a delegated task rests on it. The task is paused until the two of you have looked at it. Nobody has done anything wrong. Read what it is here:',
  ],
  'delegator-left': [
    'A delegated task is paused',
    'The registered professional who delegated a task no longer can: their job, their permission or their registration here has ended. The task is paused until another one takes it over. Read more here:',
  ],
  'worker-left': [
    'A delegated task is paused',
    'A worker no longer works where they did when a task was delegated, so the task is paused. Nobody has done anything wrong. Read more here:',
  ],
  'hand-over': [
    'A delegated task needs another registrant',
    'Whoever delegated a task where you manage people no longer can: their job, their permission or their registration has ended. It is paused. Ask another registered professional to take it over here:',
  ],
  'take-over': [
    'You are asked to take over a delegated task',
    'Somebody asks whether you will take over a task that was delegated, and answer for it from now on. Read what it is here:',
  ],
}

export function delegationLetter(
  kind: LetterKind,
  page: string,
): { readonly subject: string; readonly text: string } {
  const [subject, text] = words[kind]
  return { subject, text: ['Hello,', text, page].join('\n\n') }
}
