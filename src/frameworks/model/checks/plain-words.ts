import { findWords } from '../find-words.ts'
import type { Check } from './check.ts'

/** R32: there is a plainer word. Advice: a longer one is sometimes the right one. */
export const plainWords: Check = {
  code: 'plain-word',
  question: 'Is there a plainer word?',
  requirements: ['R32'],
  fails: 'Support workers commence each visit with a question.',
  passes: 'Support workers begin each visit with a question.',
  find: (checked) =>
    findWords(checked, { code: 'plain-word', rule: 'plain-word', requirement: 'R32' }),
}
