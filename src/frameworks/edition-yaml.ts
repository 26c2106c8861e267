/** The canonical form of an edition's files, so that "byte for byte" means something. */
import { Document, isScalar, isSeq, visit } from 'yaml'
import { kebabCase } from '../language/letter-case.ts'
import type {
  Domain,
  Edition,
  GlossaryEntry,
  Level,
  Part,
  PreferredTerm,
  ProfessionRole,
  Skeleton,
  Statement,
} from './model/framework.ts'

/** File name to text, for every file of an edition that stands in its own files. */
export function editionFiles(edition: Edition): Map<string, string> {
  const { parts, domains, roles, glossary, terms } = edition
  const files = new Map([['edition.yaml', canonicalYaml(headOf(edition))]])
  if (parts.length > 0) files.set('parts.yaml', canonicalYaml({ parts: parts.map(partOf) }))
  for (const domain of domains) {
    files.set(`domain-${domain.number}.yaml`, canonicalYaml(domainOf(domain)))
  }
  if (roles.length > 0) files.set('roles.yaml', canonicalYaml({ roles: roles.map(roleOf) }))
  if (glossary.length > 0) {
    const words = { glossary: glossary.map(glossaryEntryOf), terms: terms.map(termOf) }
    files.set('glossary.yaml', canonicalYaml(words))
  }
  return files
}

/** Lists of slugs on one line, every text on one line, absent and empty fields left out. */
function canonicalYaml(value: unknown): string {
  const document = new Document(plain(value))
  visit(document, {
    Pair(_, pair) {
      if (isSeq(pair.value) && flowFields.has(String(pair.key))) {
        pair.value.flow = pair.value.items.every(isScalar)
      }
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const flowFields = new Set(['pillars', 'parties', 'professions', 'settings'])
/** Empty lists that say something: a section known by its code alone. */
const keptEmpty = new Set([
  'statements',
  'sections',
  'education',
  'experience',
  'values',
  'levels',
  'pillars',
])

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !isAbsent(key, inner))
      .map(([key, inner]) => [kebabCase(key), plain(inner)]),
  )
}

function isAbsent(key: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 && !keptEmpty.has(key)
  return value === undefined || value === false
}

function headOf(edition: Edition): unknown {
  const { slug, version, title, status, published, steward, notice, label, summary } = edition
  const { skeleton, levels, pillars } = edition
  return {
    slug,
    version,
    title,
    status,
    published,
    steward,
    notice,
    label,
    summary,
    skeleton: skeleton && skeletonOf(skeleton),
    levels: levels.map(levelOf),
    pillars: pillars.map(({ slug, name, meaning }) => ({ slug, name, meaning })),
  }
}

function skeletonOf(skeleton: Skeleton): unknown {
  const { owner, nation, sector, edition, source, checkedOn, licence, codes, divisions } = skeleton
  return { owner, nation, sector, edition, source, checkedOn, licence, codes, divisions }
}

function levelOf({ slug, name, summary, education, experience, values }: Level): unknown {
  return { slug, name, summary, education, experience, values }
}

function partOf({ number, title, sections }: Part): unknown {
  return {
    number,
    title,
    sections: sections.map(({ id, heading, audience, paragraphs, points }) => ({
      id,
      heading,
      audience,
      paragraphs,
      points,
    })),
  }
}

function glossaryEntryOf({ term, forms, meaning, includes }: GlossaryEntry): unknown {
  return { term, forms, meaning, includes }
}

function termOf({ use, insteadOf, because, owner, audience }: PreferredTerm): unknown {
  return { use, insteadOf, because, owner, audience }
}

function domainOf({ number, title, purpose, sections }: Domain): unknown {
  return {
    number,
    title,
    purpose,
    sections: sections.map(({ code, title, cites, about, statements }) => ({
      code,
      title,
      cites,
      about,
      statements: statements.map(statementOf),
    })),
  }
}

function statementOf(statement: Statement): unknown {
  const { code, capability, text, pillars, parties, professions, settings } = statement
  const { variants, requires, example, highRisk } = statement
  return {
    code,
    capability,
    text,
    pillars,
    parties,
    professions,
    settings,
    variants: variants.map(({ sector, nation, text }) => ({ sector, nation, text })),
    requires,
    example,
    highRisk,
  }
}

function roleOf(role: ProfessionRole): unknown {
  const { profession, name, registeredTitle, supportTitles, regulator, registerAddress } = role
  const { fewRoles, about, supportWorkerDoes, registeredProfessionalDoes, examples } = role
  return {
    profession,
    name,
    registeredTitle,
    supportTitles,
    regulator,
    registerAddress,
    fewRoles,
    about,
    supportWorkerDoes,
    registeredProfessionalDoes,
    examples: examples.map(({ level, person, supportWorker, registeredProfessional }) => ({
      level,
      person,
      supportWorker,
      registeredProfessional,
    })),
  }
}
