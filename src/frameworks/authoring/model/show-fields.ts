/** What stands in each field of a thing, as words that can be compared. */
import { isDeepStrictEqual } from 'node:util'
import type { Requires, RoleExample, Variant } from '../../model/framework.ts'
import { inWords, variantName } from '../../model/names.ts'
import type { DraftThing, ThingKind } from './draft-thing.ts'
import { at } from './entered-thing.ts'
import { type ThingField, thingFields } from './thing-fields.ts'

interface FieldWords {
  readonly name: string
  readonly label: string
  readonly words: string
}

interface DifferingField {
  readonly label: string
  readonly before: string
  readonly now: string
}

export function showFields(kind: ThingKind, value: object): FieldWords[] {
  return thingFields[kind].map((field) => ({
    ...{ name: field.name, label: field.label },
    words: wordsOf(field, at(value, field.name)),
  }))
}

/** The fields that say something else, in the order of the form. */
export function compareFields(kind: ThingKind, before: object, now: object): DifferingField[] {
  const said = showFields(kind, now)
  return showFields(kind, before).flatMap(({ label, words }, index) => {
    const other = said[index]?.words ?? ''
    return words === other ? [] : [{ label, before: words, now: other }]
  })
}

function wordsOf({ shape, offered }: ThingField, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (shape) {
    case 'texts':
    case 'lines':
      return textsOf(value).join('\n')
    case 'choices':
    case 'choice':
    case 'professions':
      return inWords(textsOf(value).map((slug) => nameOf(offered, slug)))
    case 'yes':
      return value === true ? 'Yes' : 'No'
    case 'requires':
      return requiresWords(value as Requires) // the field says what it holds
    case 'variants':
      return (value as readonly Variant[])
        .map((variant) => `${variantName(variant)}: ${variant.text}`)
        .join('\n')
    case 'examples':
      return (value as readonly RoleExample[])
        .map((one) => [one.level, one.person, one.supportWorker, one.registeredProfessional])
        .map((texts) => texts.join('\n'))
        .join('\n')
    default:
      return String(value)
  }
}

function textsOf(value: unknown): string[] {
  return [value].flat().map(String)
}

function nameOf(offered: ThingField['offered'], slug: string): string {
  return offered?.find(({ value }) => value === slug)?.text ?? slug.replaceAll('-', ' ')
}

function requiresWords(requires: Requires): string {
  return 'all' in requires
    ? `All of: ${requires.all.join('; ')}`
    : `Any of: ${requires.any.join('; ')}`
}

/**
 * What both wrote, where they wrote in different fields; where in the same one, what was typed now.
 * `base` is what stood there before either: without it, only what was typed now is known.
 */
export function mergeTyped(
  typed: DraftThing['value'],
  theirs: DraftThing['value'],
  base: DraftThing['value'] | undefined,
): DraftThing['value'] {
  if (base === undefined) return typed
  const untouched = Object.keys({ ...typed, ...theirs }).filter((name) =>
    isDeepStrictEqual(plain(at(typed, name)), plain(at(base, name))),
  )
  const kept = Object.fromEntries(untouched.map((name) => [name, at(theirs, name)]))
  return { ...typed, ...kept } as DraftThing['value'] // fields of values of the same kind
}

/** Absent, undefined and as once kept are the same. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
