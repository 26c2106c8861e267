import type { Finding } from '../../../finding.ts'
import { type Edition, type Statement, statementsOf } from '../framework.ts'

const longest = 30
const shortest = 8

/** A statement is one sentence of 8 to 30 words that begins with what a person is seen to do. */
export function statementForm(edition: Edition): Finding[] {
  return statementsOf(edition).flatMap((statement) =>
    faults(statement).map((message) => ({
      code: 'statement-form',
      at: `statement/${statement.code}/text`,
      message,
    })),
  )
}

function faults({ text }: Statement): string[] {
  const words = text.split(/\s+/)
  const [first = ''] = words
  return [
    ...(words.length < shortest || words.length > longest
      ? [`It has ${words.length} words: write ${shortest} to ${longest}`]
      : []),
    ...(/^[A-Z][a-z]+s$/.test(first)
      ? []
      : [`Begin with a verb such as “Explains”, not “${first}”`]),
    ...(/^(Understands|Knows|Is|Has|Appreciates)$/.test(first)
      ? [`“${first}” cannot be watched: write what shows it, such as “Explains why”`]
      : []),
    ...(/^[^.;]+\.$/.test(text) ? [] : ['Write one sentence that ends in a full stop']),
  ]
}
