/** The letter before a review date, and when it has passed. It names no capability: mail is read by others. */
import { dayInWords } from '../../../language/plain-dates.ts'

export interface ReviewsDue {
  /** How many signings are due soon, and how many were due. */
  readonly due: number
  readonly passed: number
  readonly firstOn: string
}

export function reviewLetter(
  { due, passed, firstOn }: ReviewsDue,
  page: string,
): { readonly subject: string; readonly text: string } {
  const subject =
    passed > 0
      ? 'A review date in your skills passport has passed'
      : 'Something in your skills passport is due for review'
  return {
    subject,
    text: [
      'Hello,',
      [
        ...(passed > 0
          ? [`${inWords(passed)} in your passport was due for review, and the day has passed.`]
          : []),
        ...(due > 0 ? [`${inWords(due)} in your passport is due for review within 30 days.`] : []),
        `The first date is ${dayInWords(firstOn)}.`,
      ].join(' '),
      'You have lost nothing. What you can do has not changed; it is only time for somebody to look again. Ask for it in one tap here:',
      page,
      'If you have asked already, or you no longer do this work, you need do nothing.',
    ].join('\n\n'),
  }
}

function inWords(count: number): string {
  return count === 1 ? 'One sign-off' : `Each of ${count} sign-offs`
}
