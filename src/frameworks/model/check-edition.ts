import type { Finding } from '../../finding.ts'
import {
  type Edition,
  levelOf,
  levelSlugs,
  type Section,
  type Statement,
  statementsOf,
} from './framework.ts'

/** What is wrong with the shape of an edition, in reading order. Wording is another check. */
export function checkEdition(edition: Edition): Finding[] {
  return [
    ...repeated(edition),
    ...edition.domains.flatMap((domain) =>
      domain.sections.flatMap((section) => [
        ...wrongDomain(domain.number, section),
        ...section.statements.flatMap((statement) => misplaced(section, statement)),
        ...missingLevels(section),
      ]),
    ),
    ...statementsOf(edition).flatMap((statement) => unknownProfessions(edition, statement)),
    ...edition.roles.flatMap(({ profession, examples }) =>
      levelSlugs
        .filter((level) => !examples.some((example) => example.level === level))
        .map((level) => ({
          code: 'role-example-missing',
          at: `role/${profession}`,
          message: `Add a role example at ${level} level for ${profession}`,
        })),
    ),
  ]
}

function repeated(edition: Edition): Finding[] {
  return [
    ...twice(
      statementsOf(edition).map(({ code }) => code),
      'statement',
    ),
    ...twice(
      edition.domains.flatMap(({ sections }) => sections.map(({ code }) => code)),
      'section',
    ),
    ...twice(
      edition.glossary.map(({ term }) => term.toLowerCase()),
      'glossary',
    ),
    ...twice(
      edition.parts.flatMap(({ sections }) => sections.map(({ id }) => id)),
      'part',
    ),
    ...twice(
      edition.roles.map(({ profession }) => profession),
      'role',
    ),
  ]
}

function twice(names: readonly string[], kind: string): Finding[] {
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ({
      code: `${kind}-twice`,
      at: `${kind}/${name}`,
      message: `"${name}" stands twice: give each ${kind} its own name`,
    }))
}

function wrongDomain(number: number, section: Section): Finding[] {
  if (section.code.startsWith(`${number}.`)) return []
  return [
    {
      code: 'section-in-wrong-domain',
      at: `section/${section.code}`,
      message: `Section ${section.code} stands in domain ${number}: move it or renumber it`,
    },
  ]
}

function misplaced(section: Section, { code }: Statement): Finding[] {
  const level = levelOf(code)
  const rest = code.slice(section.code.length)
  const isInside = level !== undefined && rest.replace(/^\.\d+/, '') === `-${level}`
  if (code.startsWith(section.code) && isInside) return []
  return [
    {
      code: 'statement-in-wrong-section',
      at: `statement/${code}`,
      message: `${code} stands in section ${section.code}: write ${section.code}-… or move it`,
    },
  ]
}

/** R40: a capability that stands at one level stands at all of them. */
function missingLevels(section: Section): Finding[] {
  const capabilities = [...new Set(section.statements.map(({ capability }) => capability))]
  return capabilities.flatMap((capability) => {
    const held = section.statements.filter((statement) => statement.capability === capability)
    return levelSlugs
      .filter((level) => !held.some(({ code }) => levelOf(code) === level))
      .map((level) => ({
        code: 'level-missing',
        at: `section/${section.code}`,
        message: `"${capability}" has no statement at ${level} level: write one`,
      }))
  })
}

function unknownProfessions(edition: Edition, statement: Statement): Finding[] {
  const known = edition.roles.map(({ profession }) => profession)
  return statement.professions
    .filter((profession) => !known.includes(profession))
    .map((profession) => ({
      code: 'unknown-profession',
      at: `statement/${statement.code}`,
      message: `"${profession}" is no profession of roles.yaml: write one of ${known.join(', ')}`,
    }))
}
