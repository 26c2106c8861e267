import { stemsIn } from '../../../language/stems.ts'
import type { Edition } from '../framework.ts'
import { levelName } from '../names.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { atEachLevel, withTitle } from './examples.ts'
import { type Ladder, laddersOf, type Rung } from './ladders.ts'

const code = 'word-missing-at-level'

/** R30: a word of the section's own title that stands at every level but a lower one. */
export const wordMissingAtLevel: Check = {
  code,
  question: 'Does a level leave out a word of the title that the other levels have?',
  requirements: ['R30'],
  fails:
    'Entry: Talks with a person about their wellbeing at home. Intermediate: Talks with a person about their health and wellbeing at home, and says why. Assistant practitioner: Talks with a person about their health and wellbeing at home, says why, and asks how.',
  passes:
    'Entry: Talks with a person about their health and wellbeing at home. Intermediate: Talks with a person about their health and wellbeing at home, and says why. Assistant practitioner: Talks with a person about their health and wellbeing at home, says why, and asks how.',
  example: (edition, text) => withTitle(atEachLevel(edition, text), 'Health and wellbeing'),
  find: ({ edition }) => laddersOf(edition).flatMap((ladder) => inLadder(edition, ladder)),
}

function inLadder(edition: Edition, ladder: Ladder): WordingFinding[] {
  const { rungs, section } = ladder
  if (rungs.length < 3) return []
  return rungs.flatMap((rung, index) => {
    const others = rungs.filter((other) => other !== rung)
    return stemsIn(section.title)
      .filter(({ stem }) => !holds(rung, stem) && others.every((other) => holds(other, stem)))
      .filter(({ stem }) => !rungs.slice(0, index).some((lower) => holds(lower, stem)))
      .map(({ word }) => {
        const pair = brokenPair(section.title, word, rung, others)
        return pair === undefined ? hint(edition, rung, word) : broken(edition, rung, word, pair)
      })
  })
}

/** One of two things that the title and every other level join, standing alone. */
interface Pair {
  /** The two, as the title joins them. */
  readonly joined: string
  /** The one that stands here. */
  readonly left: string
}

function brokenPair(
  title: string,
  word: string,
  { statement }: Rung,
  others: readonly Rung[],
): Pair | undefined {
  return [...title.matchAll(/(?=\b(\p{L}+) and (\p{L}+))/gu)]
    .map(([, one = '', other = '']) => [one.toLowerCase(), other.toLowerCase()] as const)
    .filter((pair) => pair.some((held) => held === word))
    .map(([one, other]) => ({ joined: `${one} and ${other}`, left: one === word ? other : one }))
    .filter(({ joined }) => others.every((held) => held.statement.text.includes(joined)))
    .find(({ left }) => new RegExp(`\\b${left}\\b`, 'u').test(statement.text))
}

function broken(
  edition: Edition,
  rung: Rung,
  word: string,
  { joined, left }: Pair,
): WordingFinding {
  const start = rung.statement.text.search(new RegExp(`\\b${left}\\b`, 'u'))
  return {
    ...hint(edition, rung, word),
    severity: 'must',
    range: { start, end: start + left.length },
    suggestions: [joined],
  }
}

function hint(edition: Edition, { level, statement }: Rung, word: string): WordingFinding {
  return {
    code,
    at: `statement/${statement.code}/text`,
    severity: 'advice',
    requirement: 'R30',
    message:
      `The title and the other levels say “${word}”, and ` +
      `${levelName(edition, level).toLowerCase()} level does not: is it missing?`,
    suggestions: [],
  }
}

function holds({ stems }: Rung, stem: string): boolean {
  return stems.has(stem)
}
