import { findWords } from '../find-words.ts'
import type { Check } from './check.ts'
import { asStatement } from './examples.ts'

/** R14, R16: words that suggest doing something for a person and not making it possible. */
export const doingFor: Check = {
  code: 'doing-for',
  question: 'Does the person lead, without words such as “helps” that suggest doing it for them?',
  requirements: ['R14', 'R16'],
  fails: 'Helps a person to plan the next meeting with the team.',
  passes: 'Supports a person to plan the next meeting with the team.',
  example: asStatement,
  find: (checked) =>
    findWords(checked, { code: 'doing-for', rule: 'doing-for', requirement: 'R16' }),
}
