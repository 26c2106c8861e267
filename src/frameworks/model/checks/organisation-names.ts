import { findWords } from '../find-words.ts'
import type { Check } from './check.ts'

/** R45: an organisation is called what it calls itself. */
export const organisationNames: Check = {
  code: 'organisation-name',
  question: 'Is each organisation called what it calls itself?',
  requirements: ['R45'],
  fails: 'The College of Occupational Therapy spoke for its members.',
  passes: 'The Royal College of Occupational Therapists spoke for its members.',
  find: (checked) =>
    findWords(checked, {
      ...{ code: 'organisation-name', rule: 'organisation-name', requirement: 'R45' },
    }),
}
