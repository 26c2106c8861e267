import { statementsOf } from '../framework.ts'
import type { Check } from './check.ts'
import { inPart } from './examples.ts'

/** R48: the parts that come before the domains say what the pillars are. */
export const unexplainedPillars: Check = {
  code: 'pillar-unexplained',
  question: 'Do the parts name each pillar that the statements are marked with?',
  requirements: ['R48'],
  fails: 'Every statement is marked with what it is about.',
  passes: 'Every statement is marked with professional practice where it is about support.',
  example: (edition, text) => ({
    ...inPart(edition, text),
    pillars: [{ slug: 'professional-practice', name: 'Professional practice', meaning: 'Support' }],
  }),
  find: ({ edition, texts }) => {
    const prose = texts
      .filter(({ target }) => target.startsWith('part/'))
      .map(({ text }) => text.toLowerCase())
    const used = new Set(statementsOf(edition).flatMap(({ pillars }) => pillars))
    return edition.pillars
      .filter(({ slug }) => used.has(slug))
      .filter(({ name }) => !prose.some((text) => text.includes(name.toLowerCase())))
      .map(({ slug, name }) => ({
        code: 'pillar-unexplained',
        at: `pillar/${slug}`,
        severity: 'must',
        requirement: 'R48',
        message: `No part of the framework names the pillar “${name}”: say what it is and where it is met`,
        suggestions: [],
      }))
  },
}
