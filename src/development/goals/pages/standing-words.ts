/** Where a holder stands on a statement, in a few words. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { answerWords } from '../../../passports/model/answer.ts'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'

export function standingWords({ state, answer, signing, until, entries }: Standing): string {
  const confirmed = signing === undefined ? 'Confirmed' : 'Signed off'
  const day = until === undefined ? '' : dayInWords(until)
  if (state === 'held') return day === '' ? confirmed : `${confirmed} until ${day}`
  if (state === 'due-soon') return `${confirmed}. Its review is due on ${day}`
  if (state === 'lapsed' && day !== '') return `${confirmed}. Its review was due on ${day}`
  if (answer !== undefined) return `You say: ${answerWords[answer.answer].toLowerCase()}`
  return entries.length > 0 ? 'You say: it is in your passport' : 'No answer yet'
}
