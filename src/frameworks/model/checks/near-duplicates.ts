import { closestPairs } from '../../../language/closest-pairs.ts'
import { type Edition, levelOf, type Section, type Statement } from '../framework.ts'
import type { Check } from './check.ts'
import { laddersOf } from './ladders.ts'

const closeEnough = 0.6

/** Two capabilities in nearly the same words: one of them may be too many. By words alone. */
export const nearDuplicates: Check = {
  code: 'near-duplicate',
  question: 'Do two capabilities say nearly the same?',
  requirements: [],
  fails: 'Explains to a person how the next meeting will go at home.',
  passes: 'Keeps promises to a person about belongings, and says when they are late.',
  example: (edition, text) => ({
    ...edition,
    domains: edition.domains.map((domain) => ({
      ...domain,
      sections: domain.sections.flatMap((section) => [section, besideIt(section, text)]),
    })),
  }),
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

/** For the example: another section, which says the given text at its entry level. */
function besideIt(section: Section, text: string): Section {
  return {
    ...{ code: '1.2', title: 'Another' },
    statements: section.statements.map((statement) => ({
      ...statement,
      code: statement.code.replace('1.1', '1.2'),
      capability: 'another',
      text: levelOf(statement.code) === 'entry' ? text : `${text.slice(0, -1)}, and says why.`,
    })),
  }
}
