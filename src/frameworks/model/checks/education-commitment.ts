import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'

const openings =
  /,? or (?:shows? |has |have )?(?:an? )?commitment to (?:one|it|do so|completing it|\p{L}+)|\bwhere (?:a |the )?(?:move|progression|promotion)\b[^,.]*/giu

/** R21: a rule of education holds for everyone at the level, whatever their plans. */
export const educationCommitment: Check = {
  code: 'education-open',
  question: 'Does a rule on qualifications hold for everyone at its level?',
  requirements: ['R21'],
  fails: 'A level 3 qualification, or commitment to one.',
  passes: 'A level 3 qualification, for everyone at this level.',
  find: ({ texts }) => texts.filter(isOnEducation).flatMap(openIn),
}

function isOnEducation({ target, text }: TargetText): boolean {
  return (
    /^level\/[a-z-]+\/education\//.test(target) ||
    (/^(statement|section)\//.test(target) && /\b(qualification|diploma|degree)s?\b/i.test(text))
  )
}

function openIn({ target, text }: TargetText): WordingFinding[] {
  return [...text.matchAll(openings)].map((match) => ({
    code: 'education-open',
    at: target,
    severity: 'must',
    requirement: 'R21',
    range: { start: match.index, end: match.index + match[0].length },
    message: `“${match[0].replace(/^,? /, '')}” lets the rule depend on plans: say what everyone at the level completes`,
    suggestions: [],
  }))
}
