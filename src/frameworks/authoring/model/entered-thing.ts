/** A thing as the fields of a form: what a page shows, and what was typed there. */
import { type LevelSlug, levelSlugs, type Requires, type Variant } from '../../model/framework.ts'
import type { DraftThing, ThingKind } from './draft-thing.ts'
import { type ThingField, thingFields } from './thing-fields.ts'

export type Entered = Readonly<Record<string, string | readonly string[]>>

export const exampleTexts = ['person', 'supportWorker', 'registeredProfessional'] as const

export function enteredOf(kind: ThingKind, value: DraftThing['value']): Entered {
  return Object.assign(
    {},
    ...thingFields[kind].map((field) => enteredField(field, at(value, field.name))),
  )
}

/** What stands in a field of a thing, whatever its kind. */
export function at(value: object, name: string): unknown {
  return Reflect.get(value, name)
}

function enteredField({ name, shape }: ThingField, value: unknown): Entered {
  switch (shape) {
    case 'texts':
      return { [name]: textsOf(value).join('\n\n') }
    case 'lines':
      return { [name]: textsOf(value).join('\n') }
    case 'choices':
    case 'professions':
      return { [name]: textsOf(value) }
    case 'yes':
      return { [name]: value === true ? 'yes' : '' }
    case 'requires':
      return enteredRequires(name, value as Requires | undefined) // the field says what it holds
    case 'variants':
      return enteredVariants(name, (value ?? []) as readonly Variant[]) // as above
    case 'examples':
      return enteredExamples(name, value)
    default:
      return { [name]: typeof value === 'string' ? value : '' }
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function enteredRequires(name: string, requires: Requires | undefined): Entered {
  const how = requires === undefined ? '' : 'all' in requires ? 'all' : 'any'
  const parts = requires === undefined ? [] : 'all' in requires ? requires.all : requires.any
  return { [`${name}-how`]: how, [`${name}-parts`]: parts.join('\n') }
}

/** One more than there are, to be filled in. */
function enteredVariants(name: string, variants: readonly Variant[]): Entered {
  const rows = [...variants, { text: '' } as Variant]
  return Object.assign(
    {},
    ...rows.map(({ sector, nation, text }, row) => ({
      [`${name}-${row}-sector`]: sector ?? '',
      [`${name}-${row}-nation`]: nation ?? '',
      [`${name}-${row}-text`]: text,
    })),
  )
}

function enteredExamples(name: string, value: unknown): Entered {
  const examples = Array.isArray(value) ? value : []
  return Object.fromEntries(
    levelSlugs.flatMap((level) => {
      const one = examples.find((example) => example.level === level)
      return exampleTexts.map((text) => [exampleName(name, level, text), String(one?.[text] ?? '')])
    }),
  )
}

export function exampleName(
  name: string,
  level: LevelSlug,
  text: (typeof exampleTexts)[number],
): string {
  return `${name}-${level}-${text}`
}

/** How many rows of variants a form showed. */
export function variantRows(entered: Entered, name: string): number[] {
  const rows = Object.keys(entered).flatMap((key) => {
    const [, row] = new RegExp(`^${name}-(\\d+)-text$`).exec(key) ?? []
    return row === undefined ? [] : [Number(row)]
  })
  return rows.toSorted((one, other) => one - other)
}
