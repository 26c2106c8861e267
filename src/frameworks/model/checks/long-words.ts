import { countSyllables } from '../../../language/count-syllables.ts'
import { findPhrases, indexPhrases, type PhraseIndex } from '../../../language/find-phrases.ts'
import { overlap } from '../../../language/text-range.ts'
import type { Word } from '../../../language/words-in.ts'
import type { ReadText } from '../find-words.ts'
import type { Edition } from '../framework.ts'
import type { Check } from './check.ts'
import { asStatement } from './examples.ts'
import { type Fault, findInTexts } from './find-in-texts.ts'

/** Measured on our own editions: what the consultation called clunky lies above both. */
const mostLong = 0.3
const longestSentence = 35
const fewest = 10
const long = 3
/** No shorter word has three groups of vowels apart. */
const fewestLetters = 5

/** R32: advice, with the measure said. A framework has long words that nobody can spare. */
export const longWords: Check = {
  code: 'hard-to-read',
  question: 'Could it be said in shorter words or shorter sentences?',
  requirements: ['R32'],
  fails:
    'Coordinates interdisciplinary communication activities between several organisations, including community opportunities everywhere.',
  passes: 'Tells people in plain words who in the community can answer their question.',
  example: asStatement,
  find: (checked) => {
    const names = namesOf(checked.edition)
    return findInTexts(checked, {
      ...{ code: 'hard-to-read', severity: 'advice', requirement: 'R32', exempts: false },
      faults: (text) => sentencesOf(text.words).flatMap((words) => hardIn(text, words, names)),
    })
  },
}

function hardIn({ text }: ReadText, words: readonly Word[], names: PhraseIndex<string>): Fault[] {
  const start = words[0]?.start ?? 0
  const fault = (message: string) => [
    { range: { start, end: words.at(-1)?.end ?? text.length }, message, suggestions: [] },
  ]
  if (words.length > longestSentence) {
    return fault(`A sentence of ${words.length} words: could it be two?`)
  }
  if (words.length < fewest) return []
  const longer = words.filter(
    ({ text: word }) => word.length >= fewestLetters && countSyllables(word) >= long,
  )
  if (longer.length / words.length < mostLong) return []
  const needed = findPhrases(text, words, names)
  const hard = longer.filter((word) => !needed.some((name) => overlap(name, word))).length
  if (hard / words.length < mostLong) return []
  return fault(
    `${hard} of its ${words.length} words have three syllables or more: try the words you would say aloud`,
  )
}

/** Terms of several words, such as “registered professional”: explained, and not to be spared. */
function namesOf({ glossary }: Edition): PhraseIndex<string> {
  const forms = glossary.flatMap(({ term, forms }) => [term, ...forms])
  return indexPhrases(
    forms.filter((form) => form.includes(' ')).map((form) => ({ form, value: form })),
  )
}

function sentencesOf(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = []
  for (const word of words) {
    if (word.opens) sentences.push([])
    sentences.at(-1)?.push(word)
  }
  return sentences
}
