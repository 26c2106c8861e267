import type { ReadText } from '../find-words.ts'
import type { Check } from './check.ts'
import { atEntry } from './examples.ts'
import { faultsOf, findInTexts, type TextRule } from './find-in-texts.ts'

const rule: TextRule = {
  ...{ code: 'commitment-instead', severity: 'must', requirement: 'R21', exempts: true },
  faults: ({ text }) =>
    faultsOf(
      text,
      /\bor\b[^.;]{0,40}?\b(?:commit(?:ment|s|ted|ting)?\b(?: (?:to|towards)\b)?|(?:willing|prepared|ready) to (?:work towards|study for|train for|complete|gain)\b)/gi,
      () => ({
        message:
          'A commitment leaves open whether it is ever done: say what everyone at this level completes',
        suggestions: [],
      }),
    ),
}

/** R21: what is asked of education is the same for everyone, whatever their plans. */
export const commitmentInstead: Check = {
  code: rule.code,
  question: 'Does each education rule say what is completed, with no “or commitment to”?',
  requirements: ['R21'],
  fails: 'Holds a level 3 qualification that fits the role or shows commitment to one.',
  passes: 'Holds a level 3 qualification that fits the present role.',
  example: (edition, text) =>
    atEntry(edition, { text, requires: { any: ['a qualification', 'commitment'] } }),
  find: (checked) => findInTexts(checked, rule, isAboutEducation),
}

function isAboutEducation({ target, text }: ReadText): boolean {
  return (
    /^level\/[^/]+\/education\//.test(target) ||
    /\b(qualification|diploma|certificate|degree|level \d|course|training)/i.test(text)
  )
}
