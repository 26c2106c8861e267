import { statementsOf } from '../framework.ts'
import type { Check } from './check.ts'
import { asStatement } from './examples.ts'

/** R36: where a statement offers a choice, the assessor must be told: all of these, or any. */
export const undeclaredChoices: Check = {
  code: 'undeclared-choice',
  question: 'Does each statement that says “or” tell the assessor whether all or any is asked for?',
  requirements: ['R36'],
  fails: 'Explains to a person or a carer how the next meeting will go.',
  passes: 'Explains to a person and a carer how the next meeting will go.',
  example: asStatement,
  find: ({ edition }) =>
    statementsOf(edition).flatMap(({ code, text, requires }) => {
      const [choice] = text.matchAll(/\bor\b/g)
      if (requires !== undefined || choice === undefined) return []
      return [
        {
          code: 'undeclared-choice',
          at: `statement/${code}/text` as const,
          severity: 'must' as const,
          range: { start: choice.index, end: choice.index + 2 },
          message: 'It says “or”: add "requires" with "all" or "any", or reword it',
          requirement: 'R36',
          suggestions: [],
        },
      ]
    }),
}
