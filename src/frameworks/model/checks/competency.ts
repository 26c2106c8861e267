import { findWords } from '../find-words.ts'
import type { Check } from './check.ts'

/** R43: capability, and not competency, so that frameworks can be read side by side. */
export const competency: Check = {
  code: 'competency',
  question: 'Is it “capability” throughout, and not “competency”?',
  requirements: ['R43'],
  fails: 'Each competency is written at three levels.',
  passes: 'Each capability is written at three levels.',
  find: (checked) =>
    findWords(checked, { code: 'competency', rule: 'competency', requirement: 'R43' }),
}
