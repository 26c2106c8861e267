/** What a file would add, change and take out, before it does. */
import { differingThings } from '../../authoring/model/differing-things.ts'
import type { DraftThing } from '../../authoring/model/draft-thing.ts'
import { takeApart } from '../../authoring/model/take-apart.ts'
import type { Edition } from '../../model/framework.ts'

export interface ImportChanges {
  readonly added: readonly NamedWords[]
  readonly changed: readonly ChangedThing[]
  readonly takenOut: readonly NamedWords[]
  /** Things that stand elsewhere in their list and are otherwise the same. */
  readonly moved: number
}

interface NamedWords {
  readonly name: string
  readonly words: string
}

interface ChangedThing {
  readonly name: string
  readonly fields: readonly {
    readonly field: string
    readonly before: string
    readonly after: string
  }[]
}

export function describeImport(before: Edition, after: Edition): ImportChanges {
  const { inserted, set, removed } = differingThings(takeApart(before), takeApart(after))
  const changed = set.map((pair) => ({ name: nameOf(pair.now), fields: fieldsOf(pair) }))
  return {
    added: inserted.map(namedWords),
    changed: changed.filter(({ fields }) => fields.length > 0),
    takenOut: removed.map(namedWords),
    moved: changed.filter(({ fields }) => fields.length === 0).length,
  }
}

export function changesNothing({ added, changed, takenOut, moved }: ImportChanges): boolean {
  return added.length + changed.length + takenOut.length + moved === 0
}

const kindNames: Readonly<Record<string, string>> = {
  ...{ edition: 'The edition', level: 'Level', pillar: 'Pillar', part: 'Part', domain: 'Domain' },
  ...{ section: 'Section', statement: 'Statement', role: 'Role', glossary: 'Word', term: 'Term' },
}

function nameOf({ thing }: DraftThing): string {
  const [kind = '', ...rest] = thing.split('/')
  const name = rest.filter((word) => word !== 'sections').join(', ')
  return [
    kindNames[kind] ?? kind,
    name.replaceAll(/-(?=[a-z]{2})/g, (hyphen) => (kind === 'statement' ? hyphen : ' ')),
  ]
    .filter((word) => word !== '')
    .join(' ')
}

function namedWords(thing: DraftThing): NamedWords {
  const value = fieldsOfValue(thing)
  const [words = ''] = ['text', 'title', 'heading', 'meaning', 'name', 'use'].flatMap(
    (field) => value[field] ?? [],
  )
  return { name: nameOf(thing), words: inWords(words) }
}

function fieldsOf({ before, now }: { readonly before: DraftThing; readonly now: DraftThing }) {
  const [was, is] = [fieldsOfValue(before), fieldsOfValue(now)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({
      field: wordsOfField(field),
      ...{ before: inWords(was[field]), after: inWords(is[field]) },
    }))
    .filter(({ before, after }) => before !== after)
}

function fieldsOfValue({ value }: DraftThing): Readonly<Record<string, unknown>> {
  return { ...value }
}

/** `registeredTitle` is "registered title". */
function wordsOfField(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** A value as people read it: lists with semicolons, fields with their names. */
function inWords(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.map(inWords).join('; ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([field, inner]) => `${wordsOfField(field)}: ${inWords(inner)}`)
    .join(', ')
}
