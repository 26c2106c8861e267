import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { atEntry } from './examples.ts'

/** Words that stand for a thing without saying which. */
const vague =
  /\b(strateg(?:y|ies)|techniques?|methods?|interventions?|approach(?:es)?|activit(?:y|ies)|tasks?|things|skills|equipment|exercises?|tools?)\b/giu

/** R17: which strategies? An example that names none shows nothing. */
export const vagueWords: Check = {
  code: 'vague-example',
  question: 'Does an example say which strategies, activities or tools it means?',
  requirements: ['R17'],
  fails: 'Uses strategies so that a person dresses at home each morning.',
  passes: 'Uses labelled drawers so that a person dresses at home each morning.',
  example: (edition, example) => atEntry(edition, { example }),
  find: ({ texts }) => texts.filter(isExample).flatMap(vagueIn),
}

function isExample({ target }: TargetText): boolean {
  return /^statement\/.*\/example$|^role\/.*\/(person|support-worker)$/.test(target)
}

function vagueIn({ target, text }: TargetText): WordingFinding[] {
  return [...text.matchAll(vague)]
    .filter((match) => !isNamed(text, match.index, match[0].length))
    .map((match) => ({
      code: 'vague-example',
      at: target,
      severity: 'advice',
      requirement: 'R17',
      range: { start: match.index, end: match.index + match[0].length },
      message: `“${match[0]}” does not say which: name the task, and what it is for`,
      suggestions: [],
    }))
}

/** “strategies such as …”, “balance exercises”, “equipment that …”: something says which. */
function isNamed(text: string, index: number, length: number): boolean {
  if (saysWhich.test(text.slice(index + length))) return true
  if (text[index - 1] !== ' ') return false
  const before =
    text
      .slice(0, index - 1)
      .split(/[^\p{L}'-]/u)
      .at(-1) ?? ''
  return before !== '' && !pointers.has(before.toLowerCase())
}

const saysWhich =
  /^(,? such as|,? like|:| called| that (?!was|were|had)| (?:for|of|from) \p{L}| to \p{Ll})/u

/** Words before a noun that point at it and do not say which it is. */
const pointers = new Set(
  `the a an some any these those this that with use uses used using try tries tried in on and or to for
  about as agreed different various new other her his their its own all more many several suggested`.split(
    /\s+/,
  ),
)
