import { levelOf, levelSlugs, pillarSlugs, statementsOf } from '../framework.ts'
import { levelName, pillarName } from '../names.ts'
import type { Check } from './check.ts'
import { atEntry } from './examples.ts'

/** R48: each of the four pillars is met at each level. */
export const missingPillars: Check = {
  code: 'pillar-missing',
  question: 'Is each of the four pillars there at each level?',
  requirements: ['R48'],
  fails: 'At entry level: professional practice, facilitation of learning, leadership.',
  passes:
    'At entry level: professional practice, facilitation of learning, leadership, evidence, research and development.',
  example: (edition, text) =>
    atEntry(edition, { pillars: pillarSlugs.filter((slug) => text.includes(firstWord(slug))) }),
  find: ({ edition }) => {
    const statements = statementsOf(edition)
    if (statements.length === 0) return []
    const met = new Set(
      statements.flatMap(({ code, pillars }) => pillars.map((one) => `${levelOf(code)} ${one}`)),
    )
    return levelSlugs.flatMap((level) =>
      pillarSlugs
        .filter((pillar) => !met.has(`${level} ${pillar}`))
        .map((pillar) => ({
          code: 'pillar-missing',
          at: `level/${level}` as const,
          severity: 'must' as const,
          requirement: 'R48',
          message:
            `No statement at ${levelName(edition, level).toLowerCase()} level carries the pillar ` +
            `${pillarName(edition, pillar)}: tag one`,
          suggestions: [],
        })),
    )
  },
}

function firstWord(slug: string): string {
  return slug.replace(/-.*/, '')
}
