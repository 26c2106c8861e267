/** Everything in an edition that can differ from another edition, in reading order. */
import { targetSlug } from '../../model/amendment.ts'
import {
  type Domain,
  type Edition,
  levelOf,
  type Part,
  type ProfessionRole,
  type Requires,
  type Section,
  type Statement,
} from '../../model/framework.ts'
import {
  levelName,
  partyNames,
  pillarName,
  professionName,
  settingNames,
  variantName,
} from '../../model/names.ts'
import type { NamedText, Passage } from './passage.ts'

export function listPassages(edition: Edition): Passage[] {
  return [
    aboutPassage(edition),
    ...edition.parts.flatMap(partPassages),
    ...levelPassages(edition),
    ...edition.pillars.map(
      ({ slug, name, meaning }): Passage => ({
        ...{ target: `pillar/${slug}`, area: 'pillars', name, place: '', details: [] },
        texts: texts({ Name: name, Meaning: meaning }),
      }),
    ),
    ...edition.domains.flatMap((domain) => domainPassages(edition, domain)),
    ...edition.roles.map((role) => rolePassage(edition, role)),
    ...wordPassages(edition),
  ]
}

function aboutPassage({ title, summary, notice, steward }: Edition): Passage {
  return {
    ...{ target: 'edition/title', area: 'about', name: 'The framework', place: '', details: [] },
    texts: texts({ Title: title, Summary: summary, 'Whose it is': notice, Steward: steward }),
  }
}

function partPassages({ number, title, sections }: Part): Passage[] {
  const area = 'parts'
  return [
    {
      ...{ target: `part/${number}`, area, name: `Part ${number}`, place: '', details: [] },
      texts: texts({ Title: title }),
    },
    ...sections.map(
      ({ id, heading, audience, paragraphs, points }): Passage => ({
        ...{ target: `part/${id}`, area, name: `Part ${number}: ${heading}` },
        place: `Part ${number}`,
        texts: texts({ Heading: heading, Text: lines(paragraphs), Points: lines(points) }),
        details: texts({ Audience: audience?.replaceAll('-', ' ') }),
      }),
    ),
  ]
}

function levelPassages({ levels }: Edition): Passage[] {
  return levels.map(({ slug, name, summary, education, experience, values }) => ({
    ...{ target: `level/${slug}`, area: 'levels', level: slug, name, place: '', details: [] },
    texts: texts({
      ...{ Summary: summary, Name: name, Education: lines(education) },
      ...{ Experience: lines(experience), Values: lines(values) },
    }),
  }))
}

function domainPassages(edition: Edition, { number, title, purpose, sections }: Domain): Passage[] {
  const area = `domain-${number}` as const
  return [
    {
      ...{ target: `domain/${number}`, area, name: `Domain ${number}: ${title}`, details: [] },
      place: `Domain ${number}`,
      texts: texts({ Title: title, Purpose: purpose }),
    },
    ...sections.flatMap((section): Passage[] => [
      { ...sectionPassage(section), area },
      ...section.statements.map((statement) => ({
        ...statementPassage(edition, section, statement),
        area,
      })),
    ]),
  ]
}

function sectionPassage({ code, title, about, cites }: Section): Omit<Passage, 'area'> {
  return {
    ...{ target: `section/${code}`, name: `Section ${code} ${title}`, place: code },
    texts: texts({ Title: title, About: about }),
    details: texts({ Cites: cites }),
  }
}

function statementPassage(
  edition: Edition,
  section: Section,
  statement: Statement,
): Omit<Passage, 'area'> {
  const { code, capability, text, example, requires, variants } = statement
  const level = levelOf(code)
  const at = level === undefined ? '' : `, ${levelName(edition, level).toLowerCase()}`
  return {
    ...{ target: `statement/${code}`, name: `${code.replace(/-.*/, '')} ${section.title}${at}` },
    ...{ place: code, level, capability },
    texts: [
      ...texts({ Wording: text, 'Asks for': requiresWords(requires), Example: example }),
      ...variants.map((variant) => ({ name: variantName(variant), text: variant.text })),
    ],
    details: statementDetails(edition, statement),
  }
}

/** Sets have no order: the same ones in another order are no change. */
function statementDetails(edition: Edition, statement: Statement): NamedText[] {
  const { parties, pillars, professions, settings, highRisk } = statement
  const named = (names: readonly string[]) => lines([...names].sort())
  return texts({
    'Applies to': named(parties.map((party) => partyNames[party])),
    Pillars: named(pillars.map((pillar) => pillarName(edition, pillar))),
    Professions: named(professions.map((slug) => professionName(edition, slug))) || 'all',
    Settings: named(settings.map((setting) => settingNames[setting])) || 'all',
    Risk: highRisk ? 'higher: harm is likely if this is done wrongly' : '',
  })
}

function requiresWords(requires: Requires | undefined): string {
  if (requires === undefined) return ''
  if ('all' in requires) return `All of these: ${requires.all.join('; ')}`
  return `Any of these: ${requires.any.join('; ')}`
}

function rolePassage(edition: Edition, role: ProfessionRole): Passage {
  const examples = role.examples.flatMap(
    ({ level, person, supportWorker, registeredProfessional }) => [
      {
        name: `Example at ${levelName(edition, level).toLowerCase()} level`,
        text: lines([person, supportWorker, registeredProfessional]),
      },
    ],
  )
  return {
    ...{ target: `role/${role.profession}`, area: 'roles', name: role.name, place: '' },
    texts: [
      ...texts({ About: role.about, Name: role.name, 'Few roles': role.fewRoles }),
      ...texts({ 'A support worker': lines(role.supportWorkerDoes) }),
      ...texts({ 'A registered professional': lines(role.registeredProfessionalDoes) }),
      ...examples,
    ],
    details: texts({
      'Registered title': role.registeredTitle,
      'Titles of support workers': lines(role.supportTitles),
      Register: `${role.regulator} ${role.registerAddress}`.trim(),
    }),
  }
}

function wordPassages({ glossary, terms }: Edition): Passage[] {
  return [
    ...glossary.map(
      ({ term, forms, meaning, includes }): Passage => ({
        ...{ target: `glossary/${targetSlug(term)}`, area: 'glossary', name: term, place: '' },
        texts: texts({ Meaning: meaning, Term: term, Includes: lines(includes) }),
        details: texts({ 'Other forms': lines(forms) }),
      }),
    ),
    ...terms.map(
      ({ use, insteadOf, because, owner, audience }): Passage => ({
        ...{ target: `term/${targetSlug(use)}`, area: 'terms', name: use, place: '' },
        texts: texts({ Why: because, 'Word to use': use, 'Instead of': lines(insteadOf) }),
        details: texts({ Owner: owner, Audience: audience }),
      }),
    ),
  ]
}

function lines(texts: readonly string[]): string {
  return texts.join('\n')
}

/** Without those that are not there: to name them would call an empty text a text. */
function texts(named: Readonly<Record<string, string | undefined>>): NamedText[] {
  return Object.entries(named).flatMap(([name, text = '']) => (text === '' ? [] : [{ name, text }]))
}
