import { inTheCaseOf } from '../../../language/in-the-case-of.ts'
import type { Check } from './check.ts'
import { faultsOf, findInTexts, isNoDefinition, type TextRule } from './find-in-texts.ts'

const together = 'equity, equality, diversity and inclusion'
const without = /\b(equality(,? (and )?diversity)?(,? (and )?inclusion)?|diversity)\b|\bEDI\b/gi

const rule: TextRule = {
  ...{ code: 'equity-not-named', severity: 'must', requirement: 'R07', exempts: true },
  faults: ({ text }) =>
    /\bequity\b/i.test(text)
      ? []
      : faultsOf(text, without, (words) => ({
          message: `Write “${together}”`,
          // An acronym has capitals wherever it stands.
          suggestions: [words === words.toUpperCase() ? together : inTheCaseOf(words, together)],
        })).slice(0, 1),
}

/** R07: equity stands beside equality, diversity and inclusion. */
export const equityBeside: Check = {
  code: rule.code,
  question: 'Is equity named beside equality, diversity and inclusion?',
  requirements: ['R07'],
  fails:
    'A team that asks how each of its people is, and that cares about equality, diversity and inclusion.',
  passes:
    'A team that asks how each of its people is, and that cares about equity, equality, diversity and inclusion.',
  find: (checked) => findInTexts(checked, rule, isNoDefinition),
}
