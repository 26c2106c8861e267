import type { AnswerState } from './read-answer.ts'
import type { ReadResponse } from './read-response.ts'
import type { AnchorState } from './resolve-anchors.ts'

export interface ResponseFigures {
  readonly questions: number
  readonly paragraphs: number
  readonly anchors: number
  readonly byAnswer: Readonly<Record<AnswerState, number>>
  readonly byAnchor: Readonly<Record<AnchorState, number>>
}

export function countResponse({ questions }: Pick<ReadResponse, 'questions'>): ResponseFigures {
  const answers = (state: AnswerState) => questions.filter((one) => one.state === state).length
  const all = questions.flatMap(({ anchors }) => anchors)
  const anchors = (state: AnchorState) => all.filter((one) => one.state === state).length
  return {
    questions: questions.length,
    paragraphs: questions.flatMap(({ paragraphs }) => paragraphs).length,
    anchors: all.length,
    byAnswer: {
      answered: answers('answered'),
      blank: answers('blank'),
      'not-recoverable': answers('not-recoverable'),
    },
    byAnchor: {
      exact: anchors('exact'),
      edited: anchors('edited'),
      ambiguous: anchors('ambiguous'),
      'not-found': anchors('not-found'),
      'other-document': anchors('other-document'),
    },
  }
}
