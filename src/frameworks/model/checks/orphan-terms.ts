import { termsIn } from '../../../language/mark-terms.ts'
import { targetSlug } from '../amendment.ts'
import type { Check } from './check.ts'

/** R50: a term that the glossary defines and no text uses. */
export const orphanTerms: Check = {
  code: 'orphan-term',
  question: 'Is every term of the glossary used in the text?',
  requirements: ['R50'],
  fails: 'A glossary that explains “grow your own”, and a text that never says it.',
  passes: 'A glossary that explains “grow your own”, and a part that says how to grow your own.',
  find: ({ edition, texts }) => {
    const used = new Set(
      texts
        .filter(({ target }) => !target.startsWith('glossary/'))
        .flatMap(({ text }) => termsIn(text, edition.glossary)),
    )
    return edition.glossary
      .filter(({ term }) => !used.has(term))
      .map(({ term }) => ({
        code: 'orphan-term',
        at: `glossary/${targetSlug(term)}`,
        severity: 'must',
        requirement: 'R50',
        message: `“${term}” stands only in the glossary: use it in the text, or take it out`,
        suggestions: [],
      }))
  },
}
