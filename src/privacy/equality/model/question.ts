/** The equality questions of a nation, and what somebody answered. */

export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]

export const nationNames: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

export interface EqualityQuestion {
  readonly id: string
  readonly asks: string
  readonly hint?: string | undefined
  readonly nations: readonly Nation[]
  readonly law: string
  readonly source: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

export interface EqualityQuestions {
  readonly edition: string
  readonly questions: readonly EqualityQuestion[]
}

/** Kept as an answer: it says that somebody was asked, and nothing of them. */
export const preferNotToSay = 'prefer-not-to-say'

export interface EqualityAnswers {
  readonly edition: string
  readonly nation: Nation
  /** By the question's id. Questions left out are not in it. */
  readonly answers: Readonly<Record<string, string>>
}

export function isNation(value: unknown): value is Nation {
  return nations.some((nation) => nation === value)
}

export function questionsFor(
  { questions }: EqualityQuestions,
  nation: Nation,
): readonly EqualityQuestion[] {
  return questions.filter((question) => question.nations.includes(nation))
}

/** In words, in the order asked; an answer to a question of an older edition by its value. */
export function describeAnswers(
  all: EqualityQuestions,
  { answers, nation }: EqualityAnswers,
): readonly { readonly id: string; readonly asks: string; readonly answer: string }[] {
  return questionsFor(all, nation).flatMap(({ id, asks, options }) => {
    const value = answers[id]
    if (value === undefined) return []
    return [{ id, asks, answer: answerText(options, value) }]
  })
}

function answerText(options: EqualityQuestion['options'], value: string): string {
  if (value === preferNotToSay) return 'Prefer not to say'
  return options.find((option) => option.value === value)?.text ?? value
}
