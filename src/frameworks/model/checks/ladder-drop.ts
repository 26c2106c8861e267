import { findTerms } from '../../../language/mark-terms.ts'
import { stemsIn } from '../../../language/stems.ts'
import { type Edition, levelSlugs } from '../framework.ts'
import { inWords, levelName } from '../names.ts'
import type { Severity, WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { atEachLevel } from './examples.ts'
import { type Ladder, laddersOf, type Rung, stemSet } from './ladders.ts'

const code = 'ladder-drop'
const requirement = 'R40'

/** R40: what a lower level does is still there at a higher one, in the same words or in wider ones. */
export const ladderDrop: Check = {
  code,
  question: 'Is anything asked at one level that a higher level does not ask?',
  requirements: [requirement],
  fails:
    'Entry: Shows the values of the service every day as a role model. Intermediate: Shows the values of the service every day, and says why. Assistant practitioner: Shows the values of the service every day as a role model, and says why.',
  passes:
    'Entry: Shows the values of the service every day as a role model. Intermediate: Shows the values of the service every day as a role model, and says why. Assistant practitioner: Shows the values of the service every day as a role model, says why, and asks how it went.',
  example: atEachLevel,
  find: ({ edition }) =>
    laddersOf(edition).flatMap((ladder) => [
      ...missingLevels(edition, ladder),
      ...lostNames(edition, ladder),
    ]),
}

function missingLevels(edition: Edition, { capability, section, rungs }: Ladder): WordingFinding[] {
  const there = rungs.map(({ level }) => levelSlugs.indexOf(level))
  return levelSlugs
    .filter((_, index) => !there.includes(index))
    .map((level) => {
      const vanishes = there.some((held) => held < levelSlugs.indexOf(level))
      const name = levelName(edition, level).toLowerCase()
      return finding(
        `section/${section.code}`,
        vanishes ? 'must' : 'should',
        vanishes
          ? `“${capability}” is asked below ${name} level and not at it: write what it becomes there`
          : `“${capability}” is not asked at ${name} level: say what it is there, or that it begins later`,
      )
    })
}

/** A name that a lower level has: a role that is played, or a term of the glossary. */
interface Named {
  readonly text: string
  readonly from: Rung
  readonly index: number
  /** What the section or the capability is called by, or a role played, may not vanish. */
  readonly isHeart: boolean
}

function lostNames(edition: Edition, ladder: Ladder): WordingFinding[] {
  const names = ladder.rungs.slice(0, -1).map((rung) => namesIn(edition, ladder, rung))
  return ladder.rungs.flatMap((rung, place) => {
    const here = ladder.stemsAt.get(rung.level)
    const lost = lastOfEach(names.slice(0, place).flat()).filter(({ text }) =>
      stemsIn(text).some(({ stem }) => here?.has(stem) !== true),
    )
    // Of terms besides, the level below alone: what it has let go already is not asked again.
    const others = lost.filter(({ isHeart, from }) => !isHeart && from === ladder.rungs[place - 1])
    return [
      ...lost.filter(({ isHeart }) => isHeart).map((named) => heartLost(edition, rung, named)),
      ...(others.length > 0 ? [termsLost(edition, rung, others)] : []),
    ]
  })
}

function namesIn(edition: Edition, { capability, section }: Ladder, from: Rung): Named[] {
  const { text } = from.statement
  const heart = stemSet(`${section.title} ${capability.replaceAll('-', ' ')}`)
  const levels = new Set(edition.levels.map(({ name }) => name.toLowerCase()))
  const terms = findTerms(text, edition.glossary)
    .filter(({ term }) => !levels.has(term.toLowerCase()))
    .map(({ text: words, index }) => ({
      ...{ text: words, index, from },
      isHeart: stemsIn(words).every(({ stem }) => heart.has(stem)),
    }))
  const roles = [...text.matchAll(/\bas an? (?:\p{L}+ )?\p{L}+(?=[,.]|$)/gu)].map((match) => ({
    ...{ text: match[0], index: match.index, from, isHeart: true },
  }))
  return [...terms, ...roles]
}

/** Of those of the same words the nearest level's, and of those the fullest. */
function lastOfEach(names: readonly Named[]): Named[] {
  const byWords = new Map(
    names.map((named) => [
      stemsIn(named.text)
        .map(({ stem }) => stem)
        .join(' '),
      named,
    ]),
  )
  return [...byWords.values()]
}

function heartLost(edition: Edition, { level, statement }: Rung, named: Named): WordingFinding {
  const lower = levelName(edition, named.from.level).toLowerCase()
  const here = levelName(edition, level).toLowerCase()
  return {
    ...finding(
      `statement/${statement.code}/text`,
      'must',
      `The ${lower} level says “${named.text}”, and it has vanished at ${here} level: say it here too`,
    ),
    ...whereItStood(named, statement.text),
  }
}

function termsLost(
  edition: Edition,
  { level, statement }: Rung,
  named: readonly Named[],
): WordingFinding {
  const words = inWords(named.map(({ text }) => `“${text}”`))
  return finding(
    `statement/${statement.code}/text`,
    'advice',
    `${words} ${named.length === 1 ? 'is' : 'are'} said below and not at ` +
      `${levelName(edition, level).toLowerCase()} level: see whether wider words take it in`,
  )
}

/** The words before the lost ones, where they stand here as well: there it could be put back. */
function whereItStood(
  { text, index, from }: Named,
  here: string,
): Pick<WordingFinding, 'range' | 'suggestions'> {
  const before = from.statement.text.slice(0, index).trimEnd()
  const anchor = lastTwoWords(before)
  const start = anchor === undefined ? -1 : here.indexOf(anchor)
  if (anchor === undefined || start < 0) return { suggestions: [] }
  return {
    range: { start, end: start + anchor.length },
    suggestions: [`${anchor} ${text}`],
  }
}

function finding(at: WordingFinding['at'], severity: Severity, message: string): WordingFinding {
  return { code, at, severity, requirement, message, suggestions: [] }
}

function lastTwoWords(text: string): string | undefined {
  const words = text.split(' ').slice(-2)
  const whole = words.length === 2 && words.every((word) => /^\p{L}+$/u.test(word))
  return whole ? words.join(' ') : undefined
}
