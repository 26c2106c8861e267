/** Small editions in which the examples of the rules are tried. */
import { type Edition, levelSlugs, pillarSlugs, type Statement } from '../framework.ts'
import type { Check } from './check.ts'

const statement: Statement = {
  ...{ code: '1.1-entry', capability: 'explains', pillars: pillarSlugs, professions: [] },
  ...{ parties: ['person'], settings: [], variants: [], highRisk: false },
  text: 'Explains to a person how the next meeting will go.',
}

/** An edition in which nothing is to be mended. */
export const soundEdition: Edition = {
  ...{ slug: 'example', version: '1', title: 'An example', status: 'draft', steward: 'Lanyard' },
  ...{ notice: 'An example', summary: 'What support workers do well.' },
  ...{ levels: [], pillars: [], parts: [], roles: [], glossary: [], terms: [] },
  domains: [
    {
      ...{ number: 1, title: 'Meeting people', purpose: 'So that people know what comes next.' },
      sections: [
        {
          ...{ code: '1.1', title: 'Meetings' },
          statements: levelSlugs.map((level) => ({ ...statement, code: `1.1-${level}` })),
        },
      ],
    },
  ],
}

/** The sound edition with an example of a rule in it. */
export function editionWith(check: Check, text: string): Edition {
  return (check.example ?? inSummary)(soundEdition, text)
}

function inSummary(edition: Edition, summary: string): Edition {
  return { ...edition, summary }
}

/** With a change to its statement at entry level. */
export function atEntry(edition: Edition, change: Partial<Statement>): Edition {
  const domains = edition.domains.map((domain) => ({
    ...domain,
    sections: domain.sections.map((section) => ({
      ...section,
      statements: section.statements.map((one) =>
        one.code === statement.code ? { ...one, ...change } : one,
      ),
    })),
  }))
  return { ...edition, domains }
}

export function asStatement(edition: Edition, text: string): Edition {
  return atEntry(edition, { text })
}
