/** What an assessor is shown first: what the worker says they do and nobody has signed, or soon lapses. */
import type { Statement } from '../../../frameworks/model/framework.ts'
import { addDays } from '../../../language/days.ts'
import type { SelfAnswers } from '../../model/answer.ts'

/** As many as are suggested, and as many as anybody sees in one visit. */
const suggestedCount = 8
export const mostInVisit = 12

/** What is reviewed by then may as well be looked at now. */
const soonDays = 60

export function orderToLook(
  statements: readonly Pick<Statement, 'code'>[],
  {
    answers,
    signed,
    today,
  }: {
    readonly answers: SelfAnswers
    /** What is signed, each with the last day on which it counts. */
    readonly signed: readonly { readonly code: string; readonly until?: string | undefined }[]
    readonly today: string
  },
): { readonly codes: readonly string[]; readonly suggested: number } {
  const soon = addDays(today, soonDays)
  const held = new Set(
    signed.filter(({ until }) => until === undefined || until > soon).map(({ code }) => code),
  )
  const place = (code: string) => placeOf(answers.get(code)?.answer, held.has(code))
  const codes = statements
    .map(({ code }) => code)
    .toSorted((one, other) => place(one) - place(other))
  const said = codes.filter((code) => place(code) <= 1).length
  // Where the worker has said nothing, the first ones stand for all.
  return { codes, suggested: Math.min(said || codes.length, suggestedCount) }
}

function placeOf(answer: string | undefined, held: boolean): number {
  if (answer === 'not-my-role') return 5
  if (held) return 4
  if (answer === 'confident') return 0
  if (answer === 'with-support') return 1
  return answer === undefined ? 2 : 3
}
