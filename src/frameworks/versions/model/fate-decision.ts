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
export function digestTexts(
  { from, to }: Pick<SuccessionLine, 'from' | 'to'>,
  { earlier, later }: { readonly earlier: Edition; readonly later: Edition },
): string {
  const texts = [
    statementsOf(earlier).find(({ code }) => code === from),
    ...[...to].sort().map((wanted) => statementsOf(later).find(({ code }) => code === wanted)),
  ]
  return hash('sha256', JSON.stringify(texts.map(saysOf)))
}

function saysOf(statement: Statement | undefined): unknown {
  if (statement === undefined) return null
  const { code, text, requires, parties, professions, settings, highRisk } = statement
  return [code, text, requires ?? null, parties, professions, settings, highRisk]
}
