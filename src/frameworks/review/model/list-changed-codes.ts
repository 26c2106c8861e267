import { type Edition, statementsOf } from '../../model/framework.ts'

/** Codes of the statements that do not stand in the later edition as they did, in reading order. */
export function listChangedCodes(earlier: Edition, later: Edition): string[] {
  const now = new Map(statementsOf(later).map(({ code, text }) => [code, text]))
  return statementsOf(earlier)
    .filter(({ code, text }) => now.get(code) !== text)
    .map(({ code }) => code)
}
