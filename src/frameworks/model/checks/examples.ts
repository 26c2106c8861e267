/** Small editions in which the examples of the rules are tried. */
import {
  type Edition,
  type LevelSlug,
  levelSlugs,
  pillarSlugs,
  type Section,
  type Statement,
} from '../framework.ts'
import type { Check } from './check.ts'

const statement: Statement = {
  ...{ code: '1.1-entry', capability: 'explains', pillars: pillarSlugs, professions: [] },
  ...{ parties: ['person'], settings: [], variants: [], highRisk: false },
  text: 'Explains to a person how the next meeting will go.',
}

const textsOfSound: Readonly<Record<LevelSlug, string>> = {
  entry: statement.text,
  intermediate: 'Explains to a person how the next meeting will go, and why it is held.',
  'assistant-practitioner':
    'Explains to a person how the next meeting will go, why it is held, and who will be there.',
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
          statements: levelSlugs.map((level) => ({
            ...statement,
            code: `1.1-${level}`,
            text: textsOfSound[level],
          })),
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
  return eachStatement(edition, (one) =>
    one.code === statement.code ? { ...one, ...change } : one,
  )
}

export function everyStatement(edition: Edition, change: Partial<Statement>): Edition {
  return eachStatement(edition, (one) => ({ ...one, ...change }))
}

/** “Entry: … Intermediate: … Assistant practitioner: …” */
export function atEachLevel(edition: Edition, text: string): Edition {
  const texts = text.split(/ ?(?:Entry|Intermediate|Assistant practitioner): /).slice(1)
  return eachStatement(edition, (one) => {
    const index = levelSlugs.findIndex((level) => one.code.endsWith(`-${level}`))
    return { ...one, text: texts[index] ?? one.text }
  })
}

export function withTitle(edition: Edition, title: string): Edition {
  return eachSection(edition, (section) => ({ ...section, title }))
}

/** In a part of prose, with points below it. */
export function inPart(edition: Edition, text: string, points: readonly string[] = []): Edition {
  const section = { id: 'example', heading: 'An example', paragraphs: [text], points }
  return { ...edition, parts: [{ number: 1, title: 'Examples', sections: [section] }] }
}

function eachStatement(edition: Edition, change: (one: Statement) => Statement): Edition {
  return eachSection(edition, (section) => ({
    ...section,
    statements: section.statements.map(change),
  }))
}

function eachSection(edition: Edition, change: (section: Section) => Section): Edition {
  const domains = edition.domains.map((domain) => ({
    ...domain,
    sections: domain.sections.map(change),
  }))
  return { ...edition, domains }
}

export function asStatement(edition: Edition, text: string): Edition {
  return atEntry(edition, { text })
}
