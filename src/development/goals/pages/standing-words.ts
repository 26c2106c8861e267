/** Where a holder stands on a statement, in a few words. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { isToConfirm } from '../../../passports/carry-over/model/carried-words.ts'
import { answerWords } from '../../../passports/model/answer.ts'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'

export function standingWords(standing: Standing): string {
  const { state, answer, signing, until, entries } = standing
  const again = isToConfirm(standing)
  const confirmed = signing === undefined ? 'Confirmed' : 'Signed off'
  const day = until === undefined ? '' : dayInWords(until)
  if (again && (state === 'held' || state === 'due-soon')) {
    return `${confirmed}. To be confirmed again by ${day}`
  }
  if (again && state === 'lapsed') return `${confirmed}. Was to be confirmed again by ${day}`
  if (state === 'held') return day === '' ? confirmed : `${confirmed} until ${day}`
  if (state === 'due-soon') return `${confirmed}. Its review is due on ${day}`
  if (state === 'lapsed' && day !== '') return `${confirmed}. Its review was due on ${day}`
  if (answer !== undefined) return `You say: ${answerWords[answer.answer].toLowerCase()}`
  return entries.length > 0 ? 'You say: it is in your passport' : 'No answer yet'
}
