import type { SelfAnswers } from './answer.ts'

/** What to offer for sign-off: what they do; everything where they have answered nothing yet. */
export function chooseToAsk(codes: readonly string[], answers: SelfAnswers): string[] {
  if (!codes.some((code) => answers.has(code))) return [...codes]
  return codes.filter((code) => {
    const answer = answers.get(code)?.answer
    return answer === 'confident' || answer === 'with-support'
  })
}
