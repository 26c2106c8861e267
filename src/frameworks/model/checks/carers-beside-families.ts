import type { Check } from './check.ts'
import { faultsOf, findInTexts, isNoDefinition, type TextRule } from './find-in-texts.ts'

const rule: TextRule = {
  ...{ code: 'carers-not-named', severity: 'must', requirement: 'R31', exempts: true },
  faults: ({ target, text }) =>
    /\bcar(?:er|ers|es for|ing(?! about))\b/i.test(text)
      ? []
      : faultsOf(text, familiesAt(target), (words) => ({
          message: `It names “${words}”: name paid and unpaid carers beside them`,
          suggestions: [`${words} and paid and unpaid carers`],
        })).slice(0, 1),
}

/** A carer may be paid or not, and it reads as if one of them were meant. */
const whichCarers: TextRule = {
  ...{ code: rule.code, severity: 'should', requirement: 'R31', exempts: true },
  faults: ({ text }) =>
    /\b(?:un)?paid\b/i.test(text)
      ? []
      : faultsOf(text, /\b(?:families|family|relatives) and carers\b/gi, (words) => ({
          message: `“${words}”: say that paid and unpaid carers are meant`,
          suggestions: [words.replace(/carers$/i, 'paid and unpaid carers')],
        })).slice(0, 1),
}

/** A statement speaks of any family; elsewhere one family may be somebody's own. */
function familiesAt(target: string): RegExp {
  return /^statement\/.*\/(text|variants\/\d+)$/.test(target)
    ? /\b(families|(his|her|its|their|the|the person['’]s|a person['’]s) family|relatives?)\b/gi
    : /\b(families|relatives)\b/gi
}

/** R31: where families are spoken of in general, paid and unpaid carers are named too. */
export const carersBesideFamilies: Check = {
  code: rule.code,
  question: 'Are paid and unpaid carers named wherever families are?',
  requirements: ['R31'],
  fails: 'Support for people and their families.',
  passes: 'Support for people, their families and paid and unpaid carers.',
  find: (checked) => [
    ...findInTexts(checked, rule, isNoDefinition),
    ...findInTexts(checked, whichCarers, isNoDefinition),
  ],
}
