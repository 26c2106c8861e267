import type { TargetText } from '../list-texts.ts'
import type { Check } from './check.ts'
import { atEntry } from './examples.ts'

/** R17: an example names a task and what it is for. */
export const exampleWithoutPurpose: Check = {
  code: 'example-without-purpose',
  question: 'Does every example say what its task is for?',
  requirements: ['R17'],
  fails: 'Sets out the chairs.',
  passes: 'Sets out the chairs so that people can turn.',
  example: (edition, example) => atEntry(edition, { example }),
  find: ({ texts }) =>
    texts
      .filter(isExample)
      .filter(({ text }) => !/\bso that\b/.test(text))
      .map(({ target }) => ({
        code: 'example-without-purpose',
        at: target,
        severity: 'should',
        requirement: 'R17',
        message: 'Say what the task is for: “… so that …”',
        suggestions: [],
      })),
}

/** A statement's example, or what the person of a role example gets to do. */
function isExample({ target }: TargetText): boolean {
  return /^statement\/.*\/example$|^role\/.*\/person$/.test(target)
}
