import { pillarSlugs, statementsOf } from '../framework.ts'
import type { Check } from './check.ts'
import { everyStatement } from './examples.ts'

/** R48: a statement is marked with the pillars that it belongs to. */
export const untaggedStatements: Check = {
  code: 'pillar-untagged',
  question: 'Is every statement marked with a pillar?',
  requirements: ['R48'],
  fails: 'Marked with no pillar.',
  passes: 'Marked with professional practice.',
  example: (edition, text) =>
    everyStatement(edition, {
      pillars: pillarSlugs.filter((slug) => text.includes(slug.replaceAll('-', ' '))),
    }),
  find: ({ edition }) =>
    statementsOf(edition)
      .filter(({ pillars }) => pillars.length === 0)
      .map(({ code }) => ({
        code: 'pillar-untagged',
        at: `statement/${code}`,
        severity: 'must',
        requirement: 'R48',
        message: 'Mark it with at least one of the four pillars',
        suggestions: [],
      })),
}
