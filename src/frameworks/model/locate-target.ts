/** Finds where in an edition a target stands, as a path of keys and indexes. */
import { camelCase } from '../../language/letter-case.ts'
import { type Target, targetSlug } from './amendment.ts'
import { type Edition, levelSlugs } from './framework.ts'

export type Path = readonly (string | number)[]

/** A thing's list and place in it; for what is not there yet, the list and `index: -1`. */
export interface Slot {
  readonly list: Path
  readonly index: number
  /** Reads the name by which a member of the list is targeted. */
  readonly nameOf: (member: unknown) => string | undefined
  readonly name: string
}

const optionalFields: Readonly<Record<string, readonly string[]>> = {
  section: ['about', 'cites'],
  statement: ['example', 'requires'],
  part: ['audience'],
  role: ['few-roles'],
}

/** The path of a thing, a field or a text of a list, or undefined where nothing stands. */
export function locateTarget(edition: Edition, target: Target): Path | undefined {
  const [kind, ...names] = target.split('/')
  if (kind === 'edition') return within(edition, [], names)
  const slot = locateSlot(edition, target)
  if (slot === undefined || slot.index < 0) return undefined
  const thing = [...slot.list, slot.index]
  const [field = '', ...rest] = names.slice(thingLength(target))
  if (field === '') return thing
  if (kind === 'role' && levelSlugs.some((level) => level === field)) {
    return within(edition, examplePath(edition, thing, field), rest)
  }
  return isOptionalField(target)
    ? [...thing, camelCase(field)]
    : within(edition, thing, [field, ...rest])
}

/** True for a field that may be absent, and so can be set although nothing stands there. */
export function isOptionalField(target: Target): boolean {
  const [kind = '', ...names] = target.split('/')
  const [field = '', ...rest] = names.slice(thingLength(target))
  return rest.length === 0 && (optionalFields[kind]?.includes(field) ?? false)
}

/** A level after a role names the role's example at that level. */
function examplePath(edition: Edition, role: Path, level: string): Path {
  const examples = valueAt(edition, [...role, 'examples'])
  const at = Array.isArray(examples)
    ? examples.findIndex((one) => nameIn(one, 'level') === level)
    : -1
  return [...role, 'examples', at]
}

/** The list in which the thing of a target stands or would stand. */
export function locateSlot(edition: Edition, target: Target): Slot | undefined {
  const [kind, name = '', , inner = ''] = target.split('/')
  switch (kind) {
    case 'level':
      return slotOf(edition.levels, ['levels'], 'slug', name)
    case 'pillar':
      return slotOf(edition.pillars, ['pillars'], 'slug', name)
    case 'domain':
      return slotOf(edition.domains, ['domains'], 'number', name)
    case 'role':
      return slotOf(edition.roles, ['roles'], 'profession', name)
    case 'glossary':
      return slotOf(edition.glossary, ['glossary'], 'term', name)
    case 'term':
      return slotOf(edition.terms, ['terms'], 'use', name)
    case 'section':
      return sectionSlot(edition, name)
    case 'statement':
      return statementSlot(edition, name)
    case 'part':
      return /^\d+$/.test(name) ? numberedPartSlot(edition, target, inner) : partSlot(edition, name)
    default:
      return undefined
  }
}

/** How many names after the kind say which thing is meant; the rest say which field of it. */
function thingLength(target: Target): number {
  return /^part\/\d+\/sections\//.test(target) ? 3 : 1
}

function slotOf(
  members: readonly object[],
  list: Path,
  field: 'slug' | 'number' | 'profession' | 'term' | 'use' | 'code' | 'id',
  name: string,
): Slot {
  const nameOf = (member: unknown) => nameIn(member, field)
  return { list, index: members.findIndex((member) => nameOf(member) === name), nameOf, name }
}

function nameIn(member: unknown, field: string): string | undefined {
  const value = childOf(member, field)
  if (field === 'term' || field === 'use') return targetSlug(String(value))
  return value === undefined ? undefined : String(value)
}

function sectionSlot(edition: Edition, code: string): Slot | undefined {
  const domain = edition.domains.findIndex(({ number }) => code.startsWith(`${number}.`))
  const sections = edition.domains[domain]?.sections
  return sections && slotOf(sections, ['domains', domain, 'sections'], 'code', code)
}

function statementSlot(edition: Edition, code: string): Slot | undefined {
  const section = sectionSlot(edition, /^\d+\.\d+/.exec(code)?.[0] ?? '')
  if (section === undefined || section.index < 0) return undefined
  const list = [...section.list, section.index, 'statements']
  const statements = valueAt(edition, list)
  return Array.isArray(statements) ? slotOf(statements, list, 'code', code) : undefined
}

function partSlot(edition: Edition, id: string): Slot | undefined {
  for (const [index, part] of edition.parts.entries()) {
    const slot = slotOf(part.sections, ['parts', index, 'sections'], 'id', id)
    if (slot.index >= 0) return slot
  }
  return undefined
}

/** `part/3` and `part/3/title` mean the part; `part/3/sections/<id>` a section that stands in it. */
function numberedPartSlot(edition: Edition, target: Target, id: string): Slot | undefined {
  const number = target.split('/')[1] ?? ''
  const part = edition.parts.findIndex((held) => String(held.number) === number)
  if (thingLength(target) === 1) return slotOf(edition.parts, ['parts'], 'number', number)
  const sections = edition.parts[part]?.sections
  return sections && slotOf(sections, ['parts', part, 'sections'], 'id', id)
}

function within(edition: Edition, base: Path, names: readonly string[]): Path | undefined {
  let path = base
  for (const name of names) {
    const listed = Array.isArray(valueAt(edition, path))
    path = [...path, listed && /^\d+$/.test(name) ? Number(name) : camelCase(name)]
  }
  return valueAt(edition, path) === undefined ? undefined : path
}

export function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const key of path) here = childOf(here, key)
  return here
}

function childOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}
