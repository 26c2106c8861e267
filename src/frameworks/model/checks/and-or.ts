import type { Check } from './check.ts'
import { faultsOf, findInTexts, type TextRule } from './find-in-texts.ts'

const rule: TextRule = {
  ...{ code: 'and-or', severity: 'must', requirement: 'R36', exempts: true },
  faults: ({ text }) =>
    faultsOf(text, /\band\s*\/\s*or\b/gi, () => ({
      message: 'Replace “and/or” by “and” or by “or”',
      suggestions: ['and', 'or'],
    })),
}

/** R36: “and/or” leaves the reader to guess which is meant. */
export const andOr: Check = {
  code: rule.code,
  question: 'Is “and/or” kept out, so that nobody has to guess which is meant?',
  requirements: ['R36'],
  fails: 'Meetings and/or visits.',
  passes: 'Meetings and visits.',
  find: (checked) => findInTexts(checked, rule),
}
