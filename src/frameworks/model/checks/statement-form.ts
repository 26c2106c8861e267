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

function faults({ text }: Statement): Fault[] {
  const words = text.split(/\s+/)
  const [first = ''] = words
  const whole = { range: { start: 0, end: text.length }, severity: 'must' as const }
  const opening = { range: { start: 0, end: first.length }, severity: 'must' as const }
  return [
    ...(words.length < shortest || words.length > longest
      ? [{ ...whole, message: `It has ${words.length} words: write ${shortest} to ${longest}` }]
      : []),
    ...(/^[A-Z][a-z]+s$/.test(first)
      ? []
      : [{ ...opening, message: `Begin with a verb such as “Explains”, not “${first}”` }]),
    ...(/^(Understands|Knows|Is|Has|Appreciates)$/.test(first)
      ? [
          {
            ...opening,
            message: `“${first}” cannot be watched: write what shows it, such as “Explains why”`,
          },
        ]
      : []),
    ...(/^[^.;]+\.$/.test(text)
      ? []
      : [{ ...whole, message: 'Write one sentence that ends in a full stop' }]),
  ]
}
