/** What a steward decided on one statement, and on which words. */
import { hash } from 'node:crypto'
import { type Edition, type Statement, statementsOf } from '../../model/framework.ts'
import type { SuccessionLine } from '../../model/succession.ts'

export interface FateDecision extends SuccessionLine {
  /** 1 for the first decision on this statement; the last one counts. */
  readonly number: number
  readonly by: string
  readonly at: Date
  /** Of the texts of both editions as they were then. */
  readonly digest: string
}

/** Of the statement and of those that it leads to, as far as they say something. */
export function digestTexts({
  earlier,
  later,
}: {
  readonly earlier: Edition
  readonly later: Edition
}): (line: Pick<SuccessionLine, 'from' | 'to'>) => string {
  const [before, after] = [earlier, later].map(
    (edition) => new Map(statementsOf(edition).map((statement) => [statement.code, statement])),
  )
  return ({ from, to }) => {
    const texts = [before?.get(from), ...[...to].sort().map((code) => after?.get(code))]
    return hash('sha256', JSON.stringify(texts.map(saysOf)))
  }
}

function saysOf(statement: Statement | undefined): unknown {
  if (statement === undefined) return null
  const { code, text, requires, parties, professions, settings, highRisk } = statement
  return [code, text, requires ?? null, parties, professions, settings, highRisk]
}
