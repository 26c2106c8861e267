/** What a support worker says of themselves about one statement. */
import type { ByCode, Carried } from '../carry-over/model/carry-over.ts'

export const answers = ['confident', 'with-support', 'not-yet', 'not-now', 'not-my-role'] as const
export type Answer = (typeof answers)[number]

export interface SelfAnswer {
  readonly answer: Answer
  readonly at: Date
  /** Where it was said of an earlier wording. */
  readonly carried?: Carried | undefined
  /** YYYY-MM-DD: the last day on which it counts for a statement whose meaning changed. */
  readonly until?: string | undefined
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

/** Several statements became one: what was said of all of them, where it was said of all. */
export function joinAnswers(parts: readonly (readonly SelfAnswer[])[]): SelfAnswer[] {
  const latest = parts.flatMap((part) => latestAnswer(part) ?? [])
  const [first, ...others] = latest
  if (first === undefined || latest.length < parts.length) return []
  if (others.every(({ answer }) => answer === first.answer)) return [first]
  const supported = latest.find(({ answer }) => answer === 'with-support')
  const does = latest.every(({ answer }) => answer === 'with-support' || answer === 'confident')
  return does && supported !== undefined ? [supported] : []
}

export function latestAnswer(said: readonly SelfAnswer[]): SelfAnswer | undefined {
  return said.reduce<SelfAnswer | undefined>(
    (latest, one) => (latest === undefined || latest.at < one.at ? one : latest),
    undefined,
  )
}

export function answersByCode(said: SelfAnswers): ByCode<SelfAnswer> {
  return new Map([...said].map(([code, answer]) => [code, [answer]]))
}
