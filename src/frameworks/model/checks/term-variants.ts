import { findWords } from '../find-words.ts'
import type { Edition } from '../framework.ts'
import type { WordingFinding } from '../wording-finding.ts'
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

function variantsIn(checked: Checked): WordingFinding[] {
  const { texts } = checked
  const textAt = new Map<string, string>(texts.map(({ target, text }) => [target, text]))
  return findWords(checked, {
    ...{ code: 'term-variant', rule: 'term-variant', requirement: 'R44' },
  }).map((finding) => {
    const explained = explainedOf(checked, finding.suggestions)
    return ofPossessive(textAt.get(finding.at) ?? '', {
      ...finding,
      message: `${finding.message}${explained?.words ?? ''}`,
      // What the message names comes first.
      suggestions: finding.suggestions.toSorted(
        (one, other) => Number(isNamed(other, explained)) - Number(isNamed(one, explained)),
      ),
    })
  })
}

interface Explained {
  readonly forms: readonly string[]
  readonly words: string
}

function isNamed(suggestion: string, explained: Explained | undefined): boolean {
  return explained?.forms.includes(suggestion.toLowerCase()) ?? false
}

/** The first sentence of what the glossary says of the term that takes its place. */
function explainedOf(
  { edition }: { readonly edition: Edition },
  suggestions: readonly string[],
): Explained | undefined {
  const entry = edition.glossary.find(({ term, forms }) =>
    [term, ...forms].some((form) => suggestions.some((one) => one.toLowerCase() === form)),
  )
  const [sentence] = entry?.meaning.match(/^[^.]*\./) ?? []
  if (entry === undefined || sentence === undefined) return undefined
  return { forms: [entry.term, ...entry.forms], words: ` The glossary says: ${sentence}` }
}

/** “The patients’ views” are the people’s, and no longer term takes a possessive well. */
function ofPossessive(text: string, finding: WordingFinding): WordingFinding {
  const { range, suggestions } = finding
  if (range === undefined) return finding
  const [mark] = text.slice(range.end).match(/^['’]/) ?? []
  if (mark === undefined) return finding
  const short = suggestions.filter((one) => !one.includes(' '))
  if (/^s\b/i.test(text.slice(range.end + 1))) return { ...finding, suggestions: short }
  // After a quotation the mark is another.
  if (text.lastIndexOf('‘', range.start) > text.lastIndexOf('’', range.start)) return finding
  return {
    ...finding,
    range: { ...range, end: range.end + 1 },
    suggestions: short.map((one) => `${one}${mark}s`),
  }
}
