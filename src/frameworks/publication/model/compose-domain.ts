/** A domain: its sections, and each capability's wordings side by side. */
import {
  type Domain,
  type Edition,
  levelOf,
  type Requires,
  type Section,
  type Statement,
} from '../../model/framework.ts'
import {
  inWords,
  partyNames,
  pillarName,
  professionName,
  settingNames,
  variantName,
} from '../../model/names.ts'
import { type Block, type Cell, type Chapter, cellOf, type Line } from './publication.ts'

export function composeDomain(edition: Edition, domain: Domain): Chapter {
  const { number, title, purpose, sections } = domain
  const isList = sections.every(({ statements }) => statements.length === 0)
  const division = edition.skeleton === undefined ? `Domain ${number}: ` : `${number}. `
  return {
    id: `domain-${number}`,
    title: `${division}${title}`,
    blocks: [
      { kind: 'words', text: purpose, lead: true },
      ...(isList
        ? [listOfSections(domain)]
        : sections.flatMap((section) => composeSection(edition, section))),
    ],
  }
}

function listOfSections({ title, sections }: Domain): Block {
  return {
    ...{ kind: 'table', caption: `The sections of ${title}`, rowHeads: true },
    ...{ head: ['Code', 'Title'], widths: [0.4, 3] },
    rows: sections.map((section) => [cellOf(section.code), cellOf(section.title)]),
  }
}

function composeSection(edition: Edition, section: Section): Block[] {
  const { code, title, cites, about, statements } = section
  const capabilities = [...new Set(statements.map(({ capability }) => capability))]
  return [
    { kind: 'heading', level: 2, text: `${code} ${title}`, id: `section-${code}` },
    ...(about === undefined ? [] : [{ kind: 'words' as const, text: about }]),
    ...capabilities.flatMap((capability) =>
      composeCapability(
        edition,
        section,
        statements.filter((statement) => statement.capability === capability),
      ),
    ),
    ...(cites === undefined || edition.skeleton !== undefined
      ? []
      : [
          {
            kind: 'words' as const,
            text: `Keeps the number of HEE ${cites} (2021). The words are our own.`,
          },
        ]),
  ]
}

function composeCapability(
  edition: Edition,
  section: Section,
  statements: readonly Statement[],
): Block[] {
  const facts = statements.map((statement) => factsOf(edition, statement))
  const shared = (facts[0] ?? []).filter((fact) =>
    facts.every((others) => others.some((other) => isSame(fact, other))),
  )
  const isOwn = (fact: Line) => !shared.some((other) => isSame(fact, other))
  return [
    {
      ...{ kind: 'table', caption: `${section.code} ${section.title}, level by level` },
      head: statements.map(({ code }) => headOf(edition, code)),
      widths: statements.map(() => 1),
      rows: [
        statements.map((statement, index) => [
          ...cellOfStatement(statement),
          ...(facts[index] ?? []).filter(isOwn),
        ]),
      ],
    },
    ...shared.map(({ label = '', text }) => ({ kind: 'fact' as const, label, text })),
  ]
}

function isSame(one: Line, other: Line): boolean {
  return one.label === other.label && one.text === other.text
}

function headOf({ levels }: Edition, code: string): string {
  const slug = levelOf(code)
  return levels.find((level) => level.slug === slug)?.name ?? slug ?? code
}

function cellOfStatement({ code, text, highRisk, requires, example }: Statement): Cell {
  return [
    { kind: 'code', text: code },
    { kind: 'words', text },
    ...(highRisk ? [note('Higher risk', 'harm is likely if this is done wrongly.')] : []),
    ...(requires === undefined ? [] : [requiresLine(requires)]),
    ...(example === undefined ? [] : [note('For example', example)]),
  ]
}

function note(label: string, text: string): Line {
  return { kind: 'note', label, text }
}

function requiresLine(requires: Requires): Line {
  if ('all' in requires) return note('All of these', requires.all.join('; '))
  const label = requires.any.length === 2 ? 'Either of these counts' : 'Any of these counts'
  return note(label, requires.any.join('; '))
}

function factsOf(edition: Edition, statement: Statement): Line[] {
  const { pillars, parties, professions, settings, variants } = statement
  const named = (label: string, names: readonly string[]) =>
    names.length === 0 ? [] : [note(label, inWords(names))]
  return [
    ...named(
      pillars.length === 1 ? 'Pillar' : 'Pillars',
      pillars.map((slug) => pillarName(edition, slug)),
    ),
    ...named(
      'About',
      parties.map((party) => partyNames[party]),
    ),
    ...named(
      'Professions',
      professions.map((slug) => professionName(edition, slug)),
    ),
    ...named(
      'Settings',
      settings.map((slug) => settingNames[slug]),
    ),
    ...variants.map((variant) => note(variantName(variant), variant.text)),
  ]
}
