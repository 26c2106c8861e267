import { type Edition, levelOf, levelSlugs, pillarSlugs, statementsOf } from '../framework.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { atEntry } from './examples.ts'

/** R48: each of the four pillars is met at each level. */
export const missingPillars: Check = {
  code: 'pillar-missing',
  question: 'Is each of the four pillars met at each level?',
  requirements: ['R48'],
  fails: 'At entry level: professional practice, facilitation of learning, leadership.',
  passes:
    'At entry level: professional practice, facilitation of learning, leadership, evidence, research and development.',
  example: (edition, text) =>
    atEntry(edition, { pillars: pillarSlugs.filter((slug) => text.includes(firstWord(slug))) }),
  find: ({ edition }) => missingIn(edition),
}

function firstWord(slug: string): string {
  return slug.replace(/-.*/, '')
}

function missingIn(edition: Edition): WordingFinding[] {
  const statements = statementsOf(edition)
  if (statements.length === 0) return []
  return levelSlugs.flatMap((level) => {
    const here = statements.filter(({ code }) => levelOf(code) === level)
    return pillarSlugs
      .filter((pillar) => !here.some(({ pillars }) => pillars.includes(pillar)))
      .map((pillar) => ({
        code: 'pillar-missing',
        at: `level/${level}` as const,
        severity: 'must' as const,
        message: `No statement at ${level} level carries the pillar ${pillar}: tag one`,
        requirement: 'R48',
        suggestions: [],
      }))
  })
}
