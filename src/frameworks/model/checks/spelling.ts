import { inTheCaseOf } from '../../../language/in-the-case-of.ts'
import type { Spelling } from '../../../language/spelling.ts'
import { overlap } from '../../../language/text-range.ts'
import type { Word } from '../../../language/words-in.ts'
import { type ReadText, readTexts } from '../find-words.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check, Checked } from './check.ts'

/** R12, R18: British spelling, with the words of health and care. */
export const spelling: Check = {
  code: 'spelling',
  question: 'Is every word spelled as British English spells it?',
  requirements: ['R12', 'R18'],
  fails: 'Eductional time for support workers.',
  passes: 'Educational time for support workers.',
  find: misspelled,
}

/** To suggest costs much more than to look up: a text in another language gets few suggestions. */
const mostSuggested = 20
const longestSuggestedFor = 25

function misspelled(checked: Checked): WordingFinding[] {
  const suggested = new Map<string, readonly string[]>()
  const suggest = (word: string) => {
    const known = suggested.get(word)
    if (known !== undefined) return known
    const enough = suggested.size >= mostSuggested || word.length > longestSuggestedFor
    const made = enough ? [] : checked.language.spelling.suggest(word).slice(0, 3)
    suggested.set(word, made)
    return made
  }
  return readTexts(checked).flatMap((text) =>
    unknownIn(text, checked.language.spelling).map(({ start, end }) => {
      const word = text.text.slice(start, end)
      return {
        ...{
          code: 'spelling',
          at: text.target,
          severity: 'should' as const,
          range: { start, end },
        },
        message: `“${word}” is in neither the dictionary nor the list of health words: is it spelled right?`,
        requirement: 'R18',
        suggestions: suggest(word.toLowerCase()).map((one) => inTheCaseOf(word, one)),
      }
    }),
  )
}

function unknownIn({ words, exempt }: ReadText, { knows }: Spelling): readonly Word[] {
  return words.filter(
    (word) =>
      !isName(word) &&
      !knows(word.base) &&
      // “Monday”, and a name with which a sentence opens.
      !knows(word.base.charAt(0).toUpperCase() + word.base.slice(1)) &&
      !exempt.some((one) => overlap(one, word)),
  )
}

/** Names of people and places have capitals where no sentence opens; codes have digits. */
function isName({ text, opens }: Word): boolean {
  if (text.length === 1 || /\d/.test(text) || /^\p{Lu}{2,}s?$/u.test(text)) return true
  return !opens && /\p{Lu}/u.test(text)
}
