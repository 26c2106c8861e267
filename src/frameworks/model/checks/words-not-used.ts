import type { Finding } from '../../../finding.ts'
import { findTerms } from '../../../language/mark-terms.ts'
import type { Edition, PreferredTerm } from '../framework.ts'
import { listTexts } from '../list-texts.ts'

/** R16, R35, R43, R44, R45: a word that the edition's own list replaces by another. */
export function wordsNotUsed(edition: Edition): Finding[] {
  const terms = edition.terms.map(({ use, insteadOf }) => ({ term: use, forms: insteadOf }))
  return listTexts(edition).flatMap(({ target, text }) =>
    findTerms(withoutProperUses(text), terms).flatMap(({ text: word }) => {
      // By the word, not by its term: two entries may ask for the same word.
      const entry = edition.terms.find((entry) => isReplaced(word, entry))
      if (entry === undefined) return []
      return [
        {
          code: 'word-not-used-here',
          at: target,
          message: `“${word}”: write ${entry.use}. ${entry.because}`,
        },
      ]
    }),
  )
}

/** The preferred term itself may hold a replaced word ("Royal College of …"). */
function isReplaced(word: string, { insteadOf }: PreferredTerm): boolean {
  return insteadOf.some((form) => form.toLowerCase() === word.toLowerCase())
}

/** To ask for help is not to help somebody; an assistance dog assists nobody's dignity away. */
function withoutProperUses(text: string): string {
  return text
    .replace(/\b(ask(s|ed|ing)?|call(s|ed|ing)?) for help\b/gi, '')
    .replace(/\bassistance dogs?\b/gi, '')
}
