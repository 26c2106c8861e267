/** What one public response to the 2021 consultation asks, and where the answer is to be found. */

export const answerStates = ['answered', 'part', 'not-yet'] as const
export type AnswerState = (typeof answerStates)[number]

export interface PageLink {
  readonly text: string
  /** An address of this site, with a fragment where that shows the place. */
  readonly href: string
}

export interface Requirement {
  /** `R01` to `R52`, which code, tests and commits cite. */
  readonly id: string
  /** The question it was first said under, such as `Q9`. */
  readonly question: string
  /** Further questions that it was said under. */
  readonly also: readonly string[]
  readonly asked: string
  readonly state: AnswerState
  readonly answers: readonly PageLink[]
  /** What is missing, where something is. */
  readonly note?: string | undefined
}

export interface Question {
  readonly id: string
  readonly about: string
}

export interface StateWords {
  readonly state: AnswerState
  readonly name: string
  readonly meaning: string
}

export interface RequirementList {
  readonly title: string
  readonly intro: readonly string[]
  readonly states: readonly StateWords[]
  readonly questions: readonly Question[]
  readonly requirements: readonly Requirement[]
}

export function countByState(requirements: readonly Requirement[]): Record<AnswerState, number> {
  const count = (state: AnswerState) => requirements.filter((each) => each.state === state).length
  return { answered: count('answered'), part: count('part'), 'not-yet': count('not-yet') }
}
