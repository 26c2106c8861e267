import { findWords } from '../find-words.ts'
import type { Check } from './check.ts'

/** R20 and R44: words that only the edition's own list knows and replaces. */
export const wordsNotUsed: Check = {
  code: 'word-not-used-here',
  question: 'Are the words used that this framework has chosen for itself?',
  requirements: ['R20', 'R44'],
  fails: 'Study that leads to preregistration courses.',
  passes: 'Study that leads to pre-registration courses.',
  example: (edition, summary) => ({
    ...edition,
    summary,
    terms: [
      {
        ...{ use: 'pre-registration', insteadOf: ['preregistration'] },
        because: 'It takes in every pathway to a register.',
        ...{ owner: 'Lanyard', audience: 'everyone' },
      },
    ],
  }),
  find: (checked) => findWords(checked, { code: 'word-not-used-here' }),
}
