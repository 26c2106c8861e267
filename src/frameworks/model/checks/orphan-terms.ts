import { termsIn } from '../../../language/mark-terms.ts'
import { targetSlug } from '../amendment.ts'
import type { Check } from './check.ts'

/** R50: a term that the glossary defines and no text uses. */
export const orphanTerms: Check = {
  code: 'orphan-term',
  question: 'Is every term of the glossary used in the text?',
  requirements: ['R50'],
  fails: 'What support workers do well.',
  passes: 'What support workers do well, in services that grow your own.',
  example: (edition, summary) => ({
    ...edition,
    summary,
    glossary: [
      {
        ...{ term: 'grow your own', forms: [], includes: [] },
        meaning: 'Building a workforce from people who live nearby.',
      },
    ],
  }),
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
