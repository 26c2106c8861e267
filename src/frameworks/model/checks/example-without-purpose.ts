import { statementsOf } from '../framework.ts'
import type { Check } from './check.ts'
import { atEntry } from './examples.ts'

/** R17: an example names a task and what it is for. */
export const exampleWithoutPurpose: Check = {
  code: 'example-without-purpose',
  question: 'Does each example say what its task is for?',
  requirements: ['R17'],
  fails: 'Sets out the chairs.',
  passes: 'Sets out the chairs so that people can turn.',
  example: (edition, example) => atEntry(edition, { example }),
  find: ({ edition }) =>
    statementsOf(edition).flatMap(({ code, example }) => {
      if (example === undefined || /\bso that\b/.test(example)) return []
      return [
        {
          code: 'example-without-purpose',
          at: `statement/${code}/example`,
          severity: 'must',
          range: { start: 0, end: example.length },
          message: 'Say what the task is for: “… so that …”',
          requirement: 'R17',
          suggestions: [],
        },
      ]
    }),
}
