/** What is added: its name in the draft, and what it needs besides the words that were typed. */
import { targetSlug } from '../../model/amendment.ts'
import { type LevelSlug, levelSlugs, type Statement, withoutLevel } from '../../model/framework.ts'
import { freeBase, inList } from './change-things.ts'
import { type DraftThing, type ThingKind, type ThingValues, thingNames } from './draft-thing.ts'

type Things = readonly DraftThing[]
type Named = { readonly thing: string; readonly value: DraftThing['value'] }

/** What the fields of a new thing do not say: its number, code or slug, from what is there already. */
export function startOf(kind: ThingKind, list: string, things: Things): object {
  const held = inList(things, list).map(({ value }) => value)
  switch (kind) {
    case 'part':
    case 'domain':
      return { number: nextNumber(held.map((value) => ('number' in value ? value.number : 0))) }
    case 'section': {
      const domain = list.split('/')[1] ?? ''
      const codes = held.map((value) => ('code' in value ? Number(value.code.split('.')[1]) : 0))
      return { code: `${domain}.${nextNumber(codes)}` }
    }
    default:
      return {}
  }
}

function nextNumber(numbers: readonly number[]): number {
  return Math.max(0, ...numbers) + 1
}

/** What its own words make of its slug, before it is read as a thing of its kind. */
export function slugFromWords(kind: ThingKind, words: string): object {
  const slug = targetSlug(words).slice(0, 60).replace(/-$/, '')
  if (kind === 'part-section') return { id: slug }
  return kind === 'role' ? { profession: slug } : {}
}

/** Its name in the draft. */
export function nameNew(kind: ThingKind, list: string, value: DraftThing['value']): string {
  switch (kind) {
    case 'part-section':
      return `${list}/sections/${(value as ThingValues['part-section']).id}`
    case 'role':
      return thingNames.role(value as ThingValues['role'])
    case 'glossary':
      return thingNames.glossary(value as ThingValues['glossary'])
    case 'term':
      return thingNames.term(value as ThingValues['term'])
    case 'part':
      return thingNames.part(value as ThingValues['part'])
    case 'domain':
      return thingNames.domain(value as ThingValues['domain'])
    case 'section':
      return thingNames.section(value as ThingValues['section'])
    default:
      throw new Error(`nothing is added to the list of each ${kind}`)
  }
}

/** A capability at the levels for which words were typed, under the first code that is free. */
export function newCapability(
  things: Things,
  section: string,
  typed: { readonly name: string; readonly texts: ReadonlyMap<LevelSlug, string> },
): Named[] {
  const there = inList(things, `section/${section}`).map(({ value }) => value as Statement) // by list
  const base = freeBase(
    there.map(({ code }) => code),
    section,
  )
  const capability = freeSlug(typed.name, things)
  return levelSlugs.flatMap((level) => {
    const text = typed.texts.get(level)
    return text === undefined ? [] : [namedStatement(`${base}-${level}`, capability, text)]
  })
}

/** The same capability at a level where it has no words yet, tagged as at another level. */
export function newAtLevel(beside: Statement, level: LevelSlug, text: string): Named {
  const base = withoutLevel(beside.code)
  const { pillars, parties, professions, settings } = beside
  const { thing, value } = namedStatement(`${base}-${level}`, beside.capability, text)
  return { thing, value: { ...value, pillars, parties, professions, settings } }
}

function namedStatement(code: string, capability: string, text: string) {
  const value: Statement = {
    ...{ code, capability, text, pillars: ['professional-practice'], parties: ['person'] },
    ...{ professions: [], settings: [], variants: [], highRisk: false },
  }
  return { thing: thingNames.statement(value), value }
}

/** A capability's name is kept for ever, so no other one may have it. */
function freeSlug(words: string, things: Things): string {
  const taken = new Set(
    things.flatMap(({ value }) => ('capability' in value ? [value.capability] : [])),
  )
  const slug = targetSlug(words).slice(0, 60).replace(/-$/, '') || 'capability'
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(one)) return one
  }
}
