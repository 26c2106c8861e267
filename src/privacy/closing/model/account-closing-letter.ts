import { plainDate } from '../../../language/plain-dates.ts'
import { daysToUndo } from './days-to-undo.ts'

/** To every address: also for whoever did not ask for it. */
export function accountClosingLetter(
  eraseAfter: Date,
  signInAddress: string,
): { readonly subject: string; readonly text: string } {
  return {
    subject: 'Your Lanyard account will be closed',
    text: [
      `Somebody signed in as you asked to close your account. On ${plainDate(eraseAfter)}, ${daysToUndo} days from now, your record is erased. Nobody can bring it back after that.`,
      'If you want to keep your account, or if it was not you, sign in before that day and choose “Keep my account”:',
      signInAddress,
      'If you do want to close it, you need do nothing.',
      '',
    ].join('\n\n'),
  }
}
