import type { Finding } from '../../../finding.ts'
import { termsIn } from '../../../language/mark-terms.ts'
import { targetSlug } from '../amendment.ts'
import type { Edition } from '../framework.ts'
import { listTexts } from '../list-texts.ts'

/** R50: a term that the glossary defines and no text uses. */
export function orphanTerms(edition: Edition): Finding[] {
  const used = new Set(
    listTexts(edition)
      .filter(({ target }) => !target.startsWith('glossary/'))
      .flatMap(({ text }) => termsIn(text, edition.glossary)),
  )
  return edition.glossary
    .filter(({ term }) => !used.has(term))
    .map(({ term }) => ({
      code: 'orphan-term',
      at: `glossary/${targetSlug(term)}`,
      message: `“${term}” stands only in the glossary: use it in the text, or take it out`,
    }))
}
