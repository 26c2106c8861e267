import { targetSlug } from '../amendment.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check, Checked } from './check.ts'

/** R39: the term for people says of itself that it takes in carers, families, groups and communities. */
export const definitionLeavesOut: Check = {
  code: 'definition-leaves-out',
  question: 'Does the term for people take in their carers, families, groups and communities?',
  requirements: ['R39', 'R44'],
  fails: 'the person being supported',
  passes: 'family and unpaid carers, paid carers, groups, communities',
  example: (edition, text) => ({
    ...edition,
    summary: 'What support workers do well for people who access services.',
    glossary: [
      {
        ...{ term: 'people who access services', forms: [] },
        ...{ meaning: 'Everyone a service is there for.', includes: text.split(', ') },
      },
    ],
  }),
  find: leftOut,
}

function leftOut({ edition, language }: Checked): WordingFinding[] {
  return language.inclusions.flatMap(({ term, groups }) => {
    const entry = edition.glossary.find((held) => held.term === term)
    if (entry === undefined) return []
    const said = [entry.meaning, ...entry.includes].join(' ').toLowerCase()
    const missing = groups.filter(({ stem }) => !said.includes(stem))
    if (missing.length === 0) return []
    const names = missing.map(({ name }) => name).join(', ')
    return [
      {
        ...{ code: 'definition-leaves-out', at: `glossary/${targetSlug(term)}` as const },
        ...{ severity: 'must' as const, requirement: 'R39' },
        message: `“${term}” does not say that it takes in: ${names}`,
        suggestions: [],
      },
    ]
  })
}
