import { findWords } from '../find-words.ts'
import type { Check } from './check.ts'
import { asStatement } from './examples.ts'

/** R35: words that sound like pressure, or that make less of a person than they are. */
export const cautionWords: Check = {
  code: 'caution-word',
  question: 'Are words kept out that press a person, or make less of them than they are?',
  requirements: ['R35'],
  fails: 'Uses persuasion when a person sees things differently.',
  passes: 'Uses active listening when a person sees things differently.',
  example: asStatement,
  find: (checked) =>
    findWords(checked, { code: 'caution-word', rule: 'caution-word', requirement: 'R35' }),
}
