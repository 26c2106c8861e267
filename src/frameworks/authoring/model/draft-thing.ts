/** The things that an edition is made of, each by itself: so that one edit touches one of them. */
import { targetSlug } from '../../model/amendment.ts'
import type {
  Domain,
  Edition,
  GlossaryEntry,
  Level,
  Part,
  PartSection,
  Pillar,
  PreferredTerm,
  ProfessionRole,
  Section,
  Statement,
} from '../../model/framework.ts'

/** The fields of an edition that stand in none of its lists. */
export type EditionHead = Omit<
  Edition,
  'levels' | 'pillars' | 'parts' | 'domains' | 'roles' | 'glossary' | 'terms'
>

/** What each kind of thing holds itself: the lists below it are things of their own. */
export interface ThingValues {
  readonly edition: EditionHead
  readonly level: Level
  readonly pillar: Pillar
  readonly part: Omit<Part, 'sections'>
  readonly 'part-section': PartSection
  readonly domain: Omit<Domain, 'sections'>
  readonly section: Omit<Section, 'statements'>
  readonly statement: Statement
  readonly role: ProfessionRole
  readonly glossary: GlossaryEntry
  readonly term: PreferredTerm
}

export type ThingKind = keyof ThingValues

export interface DraftThing<Kind extends ThingKind = ThingKind> {
  /** Such as `statement/7.1-entry`; of a part's section `part/1/sections/how-to-use`. */
  readonly thing: string
  /** In its list, from 0. */
  readonly position: number
  readonly value: ThingValues[Kind]
}

export function kindOfThing(thing: string): ThingKind | undefined {
  const [kind = '', , sections] = thing.split('/')
  if (kind === 'part') return sections === undefined ? 'part' : 'part-section'
  return isKind(kind) ? kind : undefined
}

const kinds = {
  ...{ edition: 0, level: 0, pillar: 0, part: 0, domain: 0, section: 0 },
  ...{ statement: 0, role: 0, glossary: 0, term: 0 },
}

function isKind(kind: string): kind is ThingKind {
  return Object.hasOwn(kinds, kind)
}

/** The name of the list in which a thing stands: what stands in one list is kept in one order. */
export function listOfThing(thing: string): string {
  const [kind = '', name = '', sections] = thing.split('/')
  if (kind === 'part' && sections !== undefined) return `part/${name}`
  if (kind === 'section') return `domain/${/^\d+/.exec(name)?.[0] ?? ''}`
  if (kind === 'statement') return `section/${/^\d+\.\d+/.exec(name)?.[0] ?? ''}`
  return kind
}

export const thingNames = {
  edition: 'edition',
  level: ({ slug }: Level) => `level/${slug}`,
  pillar: ({ slug }: Pillar) => `pillar/${slug}`,
  part: ({ number }: Pick<Part, 'number'>) => `part/${number}`,
  partSection: ({ number }: Pick<Part, 'number'>, { id }: PartSection) =>
    `part/${number}/sections/${id}`,
  domain: ({ number }: Pick<Domain, 'number'>) => `domain/${number}`,
  section: ({ code }: Pick<Section, 'code'>) => `section/${code}`,
  statement: ({ code }: Pick<Statement, 'code'>) => `statement/${code}`,
  role: ({ profession }: ProfessionRole) => `role/${profession}`,
  glossary: ({ term }: GlossaryEntry) => `glossary/${targetSlug(term)}`,
  term: ({ use }: PreferredTerm) => `term/${targetSlug(use)}`,
}
