/** What a support worker says of themselves about one statement. */
export const answers = ['confident', 'with-support', 'not-yet', 'not-now', 'not-my-role'] as const
export type Answer = (typeof answers)[number]

export interface SelfAnswer {
  readonly answer: Answer
  readonly at: Date
}

/** By the statement's code; the latest answer of each. */
export type SelfAnswers = ReadonlyMap<string, SelfAnswer>

export const answerWords: Readonly<Record<Answer, string>> = {
  confident: 'I do this with confidence',
  'with-support': 'I do this with support',
  'not-yet': 'Not yet',
  'not-now': 'Not now',
  'not-my-role': 'Not part of my role',
}

export function isAnswer(value: string): value is Answer {
  return answers.some((answer) => answer === value)
}
