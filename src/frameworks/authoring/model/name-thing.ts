/** A thing of a draft in words that a writer knows it by. */
import { levelOf } from '../../model/framework.ts'
import { type DraftThing, kindOfThing, type ThingKind } from './draft-thing.ts'

const kindNames: Readonly<Record<ThingKind, string>> = {
  edition: 'The title page',
  level: 'Level',
  pillar: 'Pillar',
  part: 'Part',
  'part-section': 'Section of a part',
  domain: 'Domain',
  section: 'Section',
  statement: 'Statement',
  role: 'Role examples',
  glossary: 'Glossary',
  term: 'Preferred term',
}

/** Said on the button, and on the page that it opens. */
export const addWords: Readonly<Record<ThingKind, string>> = {
  edition: 'Add a title page',
  level: 'Add a level',
  pillar: 'Add a pillar',
  part: 'Add a part',
  'part-section': 'Add a section',
  domain: 'Add a domain',
  section: 'Add a section',
  statement: 'Add a capability',
  role: 'Add a profession',
  glossary: 'Add a term',
  term: 'Add a preferred term',
}

const levelNames = {
  entry: 'entry',
  intermediate: 'intermediate',
  'assistant-practitioner': 'assistant practitioner',
} as const

/** By its name alone: "7.1, entry level", "Domain 7", "Glossary: equity". */
export function nameOfThing(thing: string): string {
  const kind = kindOfThing(thing)
  const [, name = '', , inner = ''] = thing.split('/')
  switch (kind) {
    case 'edition':
      return kindNames.edition
    case 'statement': {
      const level = levelOf(name)
      return level === undefined
        ? name
        : `${name.replace(`-${level}`, '')}, ${levelNames[level]} level`
    }
    case 'part-section':
      return `Part ${name}: ${spoken(inner)}`
    case 'part':
    case 'domain':
    case 'section':
      return `${kindNames[kind]} ${name}`
    case undefined:
      return thing
    default:
      return `${kindNames[kind]}: ${spoken(name)}`
  }
}

function spoken(slug: string): string {
  return slug.replaceAll('-', ' ')
}

/** With its own title, where it has one. */
export function titleOfThing({ thing, value }: Pick<DraftThing, 'thing' | 'value'>): string {
  if ('capability' in value) return nameOfThing(thing)
  if ('purpose' in value) return `${value.number} ${value.title}`
  if ('number' in value) return `Part ${value.number}: ${value.title}`
  if ('code' in value) return `${value.code} ${value.title}`
  if ('heading' in value) return value.heading
  if ('term' in value) return value.term
  if ('use' in value) return value.use
  if ('version' in value) return kindNames.edition
  return value.name
}

const listNames: Readonly<Record<string, string>> = {
  part: 'Parts',
  domain: 'Domains',
  level: 'Levels',
  pillar: 'Pillars',
  role: 'Role examples',
  glossary: 'Glossary',
  term: 'Preferred terms',
}

export function nameOfList(list: string): string {
  return listNames[list] ?? nameOfThing(list)
}

/** What a list can hold: undefined for what is no list. */
export function kindInList(list: string): ThingKind | undefined {
  const kind = kindOfThing(list)
  if (list === kind)
    return kind === 'edition' || kind === 'section' || kind === 'statement' ? undefined : kind
  if (kind === 'part') return 'part-section'
  if (kind === 'domain') return 'section'
  return kind === 'section' ? 'statement' : undefined
}

/** Statements and tags are by these, so that none is added or taken out. */
export function isFixedKind(kind: ThingKind | undefined): boolean {
  return kind === 'level' || kind === 'pillar' || kind === 'edition'
}
