import type { TextRange } from '../../../language/text-range.ts'
import { type Statement, statementsOf } from '../framework.ts'
import type { Severity } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { asStatement } from './examples.ts'

const longest = 30
const shortest = 8

interface Fault {
  readonly message: string
  readonly range: TextRange
  readonly severity: Severity
}

/** A statement is one sentence of 8 to 30 words that begins with what a person is seen to do. */
export const statementForm: Check = {
  code: 'statement-form',
  question: 'Is each statement one sentence that begins with something a person is seen to do?',
  requirements: [],
  fails: 'Understands how the next meeting with a person will go.',
  passes: 'Explains to a person how the next meeting will go.',
  example: asStatement,
  find: ({ edition }) =>
    statementsOf(edition).flatMap((statement) =>
      faults(statement).map((fault) => ({
        ...{ code: 'statement-form', at: `statement/${statement.code}/text` as const, ...fault },
        suggestions: [],
      })),
    ),
}

/** The house rule: an assessor can watch for what opens with such a verb, and sign one thing. */
const houseRule = 'by the house rule for statements'

function faults({ text }: Statement): Fault[] {
  const count = text.trim().split(/\s+/).length
  const whole = { range: { start: 0, end: text.length } }
  return [
    ...(count < shortest || count > longest
      ? [
          {
            ...{ ...whole, severity: 'should' as const },
            message: `It has ${count} words: write ${shortest} to ${longest}, ${houseRule}`,
          },
        ]
      : []),
    ...openingOf(text),
    ...(isOneSentence(text)
      ? []
      : [
          {
            ...{ ...whole, severity: 'must' as const },
            message: `Write one sentence that ends in a full stop, ${houseRule}`,
          },
        ]),
  ]
}

function openingOf(text: string): Fault[] {
  const [first = ''] = text.match(/^[\p{L}\p{N}'’-]+/u) ?? []
  const opening = { range: { start: 0, end: first.length }, severity: 'must' as const }
  if (/^(Understands|Knows|Is|Has|Appreciates)$/.test(first)) {
    const better = 'write what shows it, such as “Explains why”'
    return [{ ...opening, message: `“${first}” cannot be watched: ${better}, ${houseRule}` }]
  }
  if (/^[A-Z][a-z]+(?:-[a-z]+)?s$/.test(first)) return []
  return [
    {
      ...opening,
      message: `Begin with a verb such as “Explains”, not “${first}”, ${houseRule}`,
    },
  ]
}

/** A stop ends a sentence where a capital follows, and not in “2.5”, “e.g.” or “i.e.”. */
const endWithin =
  /(?<!\b(?:e\.g|i\.e|etc|vs|cf|no|approx|Dr|Mr|Mrs|Ms|St))[.!?][)”"’']?\s+(?=[“"‘']?\p{Lu})|;/u

function isOneSentence(text: string): boolean {
  return /\.[)”"’']?$/.test(text) && !endWithin.test(text)
}
