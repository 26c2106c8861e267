/** What a new edition touches of what people hold by the one before it. */
import { type Edition, statementsOf } from '../../model/framework.ts'

export interface Touched {
  readonly signOffs: number
  readonly holders: number
  readonly delegations: number
  readonly employers: number
}

/** Codes of the statements that do not stand in the later edition as they did, in reading order. */
export function listChangedCodes(earlier: Edition, later: Edition): string[] {
  const now = new Map(statementsOf(later).map(({ code, text }) => [code, text]))
  return statementsOf(earlier)
    .filter(({ code, text }) => now.get(code) !== text)
    .map(({ code }) => code)
}

const smallest = 5

/** A figure of few people could tell of one of them. There are no totals to work it out from. */
export function shownFigure(figure: number): string {
  if (figure === 0) return 'none'
  return figure < smallest ? `fewer than ${smallest}` : figure.toLocaleString('en-GB')
}
