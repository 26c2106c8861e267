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
      if (requires !== undefined) return []
      const choices = [...text.matchAll(/\bor\b/g)].map(({ index }) => ({
        index,
        severity: isLoose(text.slice(0, index)) ? ('should' as const) : ('must' as const),
      }))
      const choice = choices.find(({ severity }) => severity === 'must') ?? choices[0]
      if (choice === undefined) return []
      return [
        {
          code: 'undeclared-choice',
          at: `statement/${code}/text` as const,
          severity: choice.severity,
          range: { start: choice.index, end: choice.index + 2 },
          message:
            'It says “or”: say whether all of these are asked for or any one of them, or reword it',
          requirement: 'R36',
          suggestions: [],
        },
      ]
    }),
}

/** “Regardless of age or faith”, “such as a frame or a chair”: no choice of what is asked for. */
function isLoose(before: string): boolean {
  const clause = before.slice(Math.max(0, before.length - 120))
  return /\b(?:regardless of|whether|such as)\b[^.;]{0,120}$/i.test(clause)
}
