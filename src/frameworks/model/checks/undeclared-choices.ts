import type { Finding } from '../../../finding.ts'
import { type Edition, statementsOf } from '../framework.ts'
import { listTexts } from '../list-texts.ts'

/** R36: where a statement offers a choice, the assessor must be told: all of these, or any. */
export function undeclaredChoices(edition: Edition): Finding[] {
  return [
    ...listTexts(edition)
      .filter(({ text }) => /\band\/or\b/i.test(text))
      .map(({ target }) => ({
        code: 'and-or',
        at: target,
        message: 'Replace “and/or” by “and” or by “or”',
      })),
    ...statementsOf(edition)
      .filter(({ text, requires }) => requires === undefined && /\bor\b/.test(text))
      .map(({ code }) => ({
        code: 'undeclared-choice',
        at: `statement/${code}/text`,
        message: 'It says “or”: add "requires" with "all" or "any", or reword it',
      })),
  ]
}
