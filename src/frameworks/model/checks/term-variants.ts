import { findWords } from '../find-words.ts'
import type { Edition } from '../framework.ts'
import type { Check, Checked } from './check.ts'

/** R44, R39: one term for one thing, with its meaning, whoever reads it. */
export const termVariants: Check = {
  code: 'term-variant',
  question: 'Is there one term throughout for the people who access services?',
  requirements: ['R39', 'R44'],
  fails: 'What support workers do well with patients and clients.',
  passes: 'What support workers do well with people who access services.',
  find: variantsIn,
}

function variantsIn(checked: Checked) {
  return findWords(checked, {
    ...{ code: 'term-variant', rule: 'term-variant', requirement: 'R44' },
  }).map((finding) => ({ ...finding, message: `${finding.message}${meaning(checked, finding)}` }))
}

/** The first sentence of what the glossary says of the term that takes its place. */
function meaning(
  { edition }: { readonly edition: Edition },
  { suggestions }: { readonly suggestions: readonly string[] },
): string {
  const entry = edition.glossary.find(({ term, forms }) =>
    [term, ...forms].some((form) => suggestions.some((one) => one.toLowerCase() === form)),
  )
  const [sentence] = entry?.meaning.match(/^[^.]*\./) ?? []
  return sentence === undefined ? '' : ` The glossary says: ${sentence}`
}
