import { quotations } from '../../../language/exempt-ranges.ts'
import { overlap } from '../../../language/text-range.ts'
import type { ReadText } from '../find-words.ts'
import type { Check } from './check.ts'
import { type Fault, findInTexts } from './find-in-texts.ts'

/** R12: a word that was written twice. */
export const repeatedWord: Check = {
  code: 'repeated-word',
  question: 'Is no word written twice in a row by a slip?',
  requirements: ['R12'],
  fails: 'What support workers do well with the the people they meet.',
  passes: 'What support workers do well with the people they meet.',
  find: (checked) =>
    findInTexts(checked, {
      ...{ code: 'repeated-word', severity: 'should', requirement: 'R12', exempts: false },
      faults: (text) => repeated(text, checked.language.grammar.mayRepeat),
    }),
}

/** A name may say a word twice, and none says one of these twice: “The The Chartered Society”. */
const isSmall = /^(?:a|an|and|at|by|for|in|is|it|of|on|or|the|to|with)$/

function repeated({ text, words, exempt }: ReadText, mayRepeat: readonly string[]): Fault[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    if (next?.base !== word.base || mayRepeat.includes(word.base)) return []
    const excused = isSmall.test(word.base) ? quotations(text) : exempt
    if (excused.some((one) => overlap(one, word))) return []
    if (/\d/.test(word.base) || !/^\s+$/.test(text.slice(word.end, next.start))) return []
    return [
      {
        range: { start: word.start, end: next.end },
        message: `“${word.text}” stands twice in a row: take one out`,
        suggestions: [word.text],
      },
    ]
  })
}
