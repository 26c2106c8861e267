import { inTheCaseOf } from '../../../language/in-the-case-of.ts'
import type { Word } from '../../../language/words-in.ts'
import type { ReadText } from '../find-words.ts'
import type { Grammar } from '../language.ts'
import type { Check } from './check.ts'
import { type Fault, findInTexts } from './find-in-texts.ts'

/** R12: “a” before a consonant that is heard, “an” before a vowel. */
export const aOrAn: Check = {
  code: 'a-or-an',
  question: 'Is it “a” and “an” where each belongs?',
  requirements: ['R12'],
  fails: 'What support workers do well, in a everyday way.',
  passes: 'What support workers do well, in an everyday way.',
  find: (checked) =>
    findInTexts(checked, {
      ...{ code: 'a-or-an', severity: 'should', requirement: 'R12', exempts: true },
      faults: (text) => wrongArticles(text, checked.language.grammar),
    }),
}

function wrongArticles({ text, words }: ReadText, grammar: Grammar): Fault[] {
  return words.flatMap((article, at) => {
    const next = words[at + 1]
    if (next === undefined || !isArticle(article)) return []
    if (!/^\s+$/.test(text.slice(article.end, next.start))) return []
    const due = articleFor(next.text, grammar)
    if (article.base === due) return []
    return [
      {
        range: { start: article.start, end: article.end },
        message: `Write “${due}” before “${next.text}”`,
        suggestions: [inTheCaseOf(article.text, due)],
      },
    ]
  })
}

/** A capital in the middle of a sentence is a letter, as in “vitamin A”. */
function isArticle({ text, base, opens }: Word): boolean {
  return base === 'an' || (base === 'a' && (text === 'a' || opens))
}

/** Letters whose names begin with a vowel: “an FE college”. */
const heardAsVowel = /^[AEFHILMNORSX]/

function articleFor(word: string, { takesA, takesAn }: Grammar): 'a' | 'an' {
  const base = word.toLowerCase()
  if (takesAn.includes(base)) return 'an'
  if (takesA.includes(base)) return 'a'
  if (/^\d/.test(word)) return /^(8|11|18)/.test(word) ? 'an' : 'a'
  if (/^\p{Lu}[\p{Lu}\d]*s?$/u.test(word)) return heardAsVowel.test(word) ? 'an' : 'a'
  if (/^(uni(?!n|m)|eu)/.test(base)) return 'a'
  return /^[aeiou]/.test(base) ? 'an' : 'a'
}
