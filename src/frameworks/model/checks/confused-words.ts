import { inTheCaseOf } from '../../../language/in-the-case-of.ts'
import type { Check } from './check.ts'
import { faultsOf, findInTexts } from './find-in-texts.ts'

/** Right words in the wrong place: the pattern finds the one that is wrong, in its company. */
const confused: readonly {
  readonly at: RegExp
  readonly write: string
  readonly because: string
}[] = [
  {
    at: /(?<=\b(?:in|into|good|best|clinical|daily|own) )practise\b/gi,
    ...{ write: 'practice', because: 'the noun is “practice”' },
  },
  {
    at: /(?<=\b(?:driving|a|your|their) )license\b/gi,
    ...{ write: 'licence', because: 'the noun is “licence”' },
  },
  {
    at: /\bit['’]s(?= (?:own|purpose|aims?|role|people|members|name|place|staff|values|services?)\b)/gi,
    ...{ write: 'its', because: '“it’s” is short for “it is”' },
  },
  {
    at: /\bits(?= (?:a|an|the|been|not)(?![\p{L}\p{N}-]))/giu,
    ...{ write: 'it is', because: '“its” is what belongs to it' },
  },
  {
    at: /\bless(?= (?:people|workers|visits|patients|appointments|errors|falls|beds|questions|words|carers|complaints)\b)/gi,
    ...{ write: 'fewer', because: 'they can be counted' },
  },
  {
    at: /\bthere(?= (?:own|families|family|carers|needs|goals|wishes|role|roles|strengths|choices|home|homes)\b)/gi,
    ...{ write: 'their', because: '“there” is a place' },
  },
  {
    at: /\btheir(?= (?:is|are|was|were|will be|has been|have been)\b)/gi,
    ...{ write: 'there', because: '“their” is what belongs to them' },
  },
  {
    at: /\bmust to\b/gi,
    ...{ write: 'must', because: 'no “to” follows it' },
  },
  {
    at: /(?<=\b(?:could|should|would|must) )of(?= (?:been|done|had|given|told|asked|gone|made|seen)\b)/gi,
    ...{ write: 'have', because: 'it only sounds like “of”' },
  },
]

/** R12: a word that the dictionary knows, and another one is meant. */
export const confusedWords: Check = {
  code: 'confused-word',
  question: 'Is each word the one that is meant, where two look or sound alike?',
  requirements: ['R12'],
  fails: 'What support workers do well, in practise.',
  passes: 'What support workers do well, in practice.',
  find: (checked) =>
    findInTexts(checked, {
      ...{ code: 'confused-word', severity: 'should', requirement: 'R12', exempts: true },
      faults: ({ text }) =>
        confused.flatMap(({ at, write, because }) =>
          faultsOf(text, at, (found) => ({
            message: `“${found}”: write “${write}”, since ${because}`,
            suggestions: [inTheCaseOf(found, write)],
          })),
        ),
    }),
}
