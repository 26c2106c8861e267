import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { inPart } from './examples.ts'

const code = 'level-as-less'
const requirement = 'R19'

/** It takes for granted that everybody moves up. */
const climbing =
  /\b(?:levels? (?:are|is) (?:an? )?(?:steps?|rungs?|stages?)(?: on a ladder)?|(?:moves?|progress(?:es)?|climbs?|steps?) (?:up )?(?:from each|from one level) to the next|levels? to (?:move|progress|climb) (?:through|up)|on the(?:ir)? way (?:up|to (?:the next|a higher) level)|stepping[- ]stones?|next rung|before (?:they|moving) (?:move on|on|up))\b/giu

/** It describes a level by what it lacks. */
const lacking =
  /\b(?:only|just|merely|simply|basic|junior|unskilled|low(?:er)?[- ]level|less (?:skilled|able|experienced|complex)|not yet (?:able|ready|skilled)|no more than)\b/giu

/** R19: each level is a full job, and staying at it is as good as moving. */
export const levelAsLess: Check = {
  code,
  question: 'Is each level described as a full job, and not as less than the next?',
  requirements: [requirement],
  fails: 'The levels are steps, and a support worker moves from each to the next.',
  passes: 'The levels describe jobs. Some people stay at one, and others move.',
  example: inPart,
  find: ({ edition, texts }) => [
    ...texts.filter(({ target }) => /^(part|level|edition)\//.test(target)).flatMap(climbingIn),
    ...texts.filter(({ target }) => /^level\//.test(target)).flatMap(lackingIn),
    ...texts.filter(isProseOnLevels).flatMap(comparedIn),
    ...edition.parts
      .filter(({ title }) => /\blevels?|pathways?|progression\b/i.test(title))
      .filter((part) => !saysStaying(textsOf(part)))
      .map(({ number }) => ({
        ...{ code, at: `part/${number}` as const, severity: 'must' as const, requirement },
        message:
          'It speaks of levels and of moving, and never of staying: say that staying is a choice too',
        suggestions: [],
      })),
  ],
}

function climbingIn(held: TargetText): WordingFinding[] {
  return found(held, climbing, 'must', 'takes it for granted that people move up')
}

function lackingIn(held: TargetText): WordingFinding[] {
  return found(held, lacking, 'should', 'describes a level by what it lacks')
}

/** The prose compares levels with one another only where it speaks of them. */
const compared = /\bless (?:skilled|able|experienced|complex) than\b/giu

function isProseOnLevels({ target, text }: TargetText): boolean {
  return /^(part|edition)\//.test(target) && /\b(levels?|assistant practitioners?)\b/i.test(text)
}

function comparedIn(held: TargetText): WordingFinding[] {
  return found(held, compared, 'should', 'describes a level by what it lacks')
}

function found(
  { target, text }: TargetText,
  pattern: RegExp,
  severity: WordingFinding['severity'],
  fault: string,
): WordingFinding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    ...{ code, at: target, severity, requirement, suggestions: [] },
    range: { start: match.index, end: match.index + match[0].length },
    message: `“${match[0]}” ${fault}: say what the level is, as a job in its own right`,
  }))
}

function textsOf({ sections }: { readonly sections: readonly PartTexts[] }): string {
  return sections
    .flatMap(({ heading, paragraphs, points }) => [heading, ...paragraphs, ...points])
    .join(' ')
}

interface PartTexts {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly points: readonly string[]
}

function saysStaying(text: string): boolean {
  return /\b(stay(s|ing)?|remain(s|ing)?|deepen(s|ing)?)\b/i.test(text)
}
