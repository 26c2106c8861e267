import { closestPairs } from '../../../language/closest-pairs.ts'
import type { Edition, Statement } from '../framework.ts'
import type { Check } from './check.ts'
import { laddersOf } from './ladders.ts'

const closeEnough = 0.6

/** Two capabilities in nearly the same words: one of them may be too many. By words alone. */
export const nearDuplicates: Check = {
  code: 'near-duplicate',
  question: 'Do two capabilities say nearly the same?',
  requirements: [],
  fails:
    '3.8: “Tells people who can answer their question.” 4.1: “Tells people who answers their question.”',
  passes: '3.8: “Tells people who can answer their question.” 4.1: “Speaks in everyday words.”',
  find: ({ edition }) => {
    const statements = statementsWithLadder(edition)
    const pairs = closestPairs(
      statements.map(({ statement }) => statement.text),
      closeEnough,
    ).filter(({ one, other }) => statements[one]?.ladder !== statements[other]?.ladder)
    return firstOfEachTwo(pairs, ({ one, other }) =>
      [statements[one]?.ladder, statements[other]?.ladder].join(' '),
    ).flatMap(({ one, other, cosine }) => {
      const [earlier, later] = [statements[one]?.statement, statements[other]?.statement]
      if (earlier === undefined || later === undefined) return []
      return [
        {
          code: 'near-duplicate',
          at: `statement/${later.code}/text` as const,
          severity: 'advice' as const,
          message:
            `It is close to ${earlier.code}, “${earlier.text}” ` +
            `(${Math.round(cosine * 100)} in 100): are both needed?`,
          suggestions: [],
        },
      ]
    })
  },
}

function statementsWithLadder(edition: Edition): { statement: Statement; ladder: number }[] {
  return laddersOf(edition).flatMap(({ rungs }, ladder) =>
    rungs.map(({ statement }) => ({ statement, ladder })),
  )
}

/** Three levels of the same two capabilities are one matter. */
function firstOfEachTwo<Pair>(pairs: readonly Pair[], nameOf: (pair: Pair) => string): Pair[] {
  return [...Map.groupBy(pairs, nameOf).values()].flatMap(([first]) =>
    first === undefined ? [] : [first],
  )
}
