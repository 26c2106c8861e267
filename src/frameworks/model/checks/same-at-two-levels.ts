import { repeatedCells } from '../continuity.ts'
import type { Edition } from '../framework.ts'
import { levelName } from '../names.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { atEachLevel } from './examples.ts'
import { type Ladder, laddersOf } from './ladders.ts'

/** R40, the other way round: a level says something of its own. */
export const sameAtTwoLevels: Check = {
  code: 'same-at-two-levels',
  question: 'Does each level ask something of its own?',
  requirements: ['R40'],
  fails:
    'Entry: Asks a person what went well, and what did not. Intermediate: Asks a person what went well, and what did not. Assistant practitioner: Asks a person what went well, what did not, and why.',
  passes:
    'Entry: Asks a person what went well, and what did not. Intermediate: Asks a person what went well, what did not, and why. Assistant practitioner: Asks a person what went well, what did not and why, and what comes next.',
  example: atEachLevel,
  find: ({ edition }) => laddersOf(edition).flatMap((ladder) => inLadder(edition, ladder)),
}

function inLadder(edition: Edition, { capability, rungs }: Ladder): WordingFinding[] {
  const levels = rungs.map(({ level }) => level)
  const cells = rungs.map(({ statement }) => statement.text)
  const repeated = repeatedCells({ levels, rows: [{ name: capability, cells }] })
  return rungs
    .filter(({ level }) => repeated.some((cell) => cell.level === level))
    .map(({ level, statement }) => ({
      code: 'same-at-two-levels',
      at: `statement/${statement.code}/text`,
      severity: 'should',
      requirement: 'R40',
      message:
        `The ${levelName(edition, level).toLowerCase()} level says the same as the level below: say what is different ` +
        'in supervision, judgement, working with others or improving',
      suggestions: [],
    }))
}
