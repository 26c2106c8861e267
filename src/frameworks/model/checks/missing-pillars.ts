import type { Finding } from '../../../finding.ts'
import { type Edition, levelOf, levelSlugs, pillarSlugs, statementsOf } from '../framework.ts'

/** R48: each of the four pillars is met at each level. */
export function missingPillars(edition: Edition): Finding[] {
  const statements = statementsOf(edition)
  if (statements.length === 0) return []
  return levelSlugs.flatMap((level) =>
    pillarSlugs
      .filter(
        (pillar) =>
          !statements.some(
            ({ code, pillars }) => levelOf(code) === level && pillars.includes(pillar),
          ),
      )
      .map((pillar) => ({
        code: 'pillar-missing',
        at: `level/${level}`,
        message: `No statement at ${level} level carries the pillar ${pillar}: tag one`,
      })),
  )
}
