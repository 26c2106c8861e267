import type { Finding } from '../../../finding.ts'
import { type Edition, statementsOf } from '../framework.ts'

/** R17: an example names a task and what it is for. */
export function exampleWithoutPurpose(edition: Edition): Finding[] {
  return statementsOf(edition)
    .filter(({ example }) => example !== undefined && !/\bso that\b/.test(example))
    .map(({ code }) => ({
      code: 'example-without-purpose',
      at: `statement/${code}/example`,
      message: 'Say what the task is for: “… so that …”',
    }))
}
