import { lostActs as actsLost } from '../continuity.ts'
import type { Edition } from '../framework.ts'
import { levelName } from '../names.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { atEachLevel } from './examples.ts'
import { type Ladder, laddersOf } from './ladders.ts'

/** R40, where the machine can only point: a person sees whether wider words took the act in. */
export const lostActs: Check = {
  code: 'act-lost',
  question: 'Is everything that is done at one level still done at the next?',
  requirements: ['R40'],
  fails:
    'Entry: Asks a person what went well, and thanks everybody warmly for coming. Intermediate: Asks a person what went well, and what did not go well. Assistant practitioner: Asks a person what went well, what did not go well, and why.',
  passes:
    'Entry: Asks a person what went well, and what did not. Intermediate: Asks a person what went well, what did not go well, and why. Assistant practitioner: Asks a person what went well, what did not go well and why, and what comes next.',
  example: atEachLevel,
  find: ({ edition }) => laddersOf(edition).flatMap((ladder) => inLadder(edition, ladder)),
}

function inLadder(edition: Edition, { rungs, stemsAt }: Ladder): WordingFinding[] {
  return rungs.flatMap(({ statement }, index) => {
    const next = rungs[index + 1]
    const above = next && stemsAt.get(next.level)
    if (next === undefined || above === undefined) return []
    return actsLost(statement.text, above).map(({ start, end }) => ({
      code: 'act-lost',
      at: `statement/${statement.code}/text` as const,
      severity: 'advice' as const,
      requirement: 'R40',
      range: { start, end },
      message:
        `No word of “${statement.text.slice(start, end)}” stands at ` +
        `${levelName(edition, next.level).toLowerCase()} level: see whether it is still asked there`,
      suggestions: [],
    }))
  })
}
