/** What was typed about a thing, as its value or as what to mend. */
import { type FieldError, type FormResult, textField } from '../../web/posted-form.ts'
import { checkTypedText } from '../model/check-typed-text.ts'
import { type LevelSlug, levelSlugs } from '../model/framework.ts'
import { typedErrors } from '../typed-errors.ts'
import type { DraftThing, ThingKind } from './model/draft-thing.ts'
import { at, type Entered, exampleName, exampleTexts } from './model/entered-thing.ts'
import { kindWithin, type ThingField, thingFields } from './model/thing-fields.ts'
import { thingSchemas } from './thing-schemas.ts'

/** More rows than anybody needs, so that a form cannot ask for thousands. */
const mostVariants = 30

export type ThingForm = FormResult<DraftThing['value'], Entered>

/** `held` gives what no field asks for: the code, the capability. */
export function thingForm(kind: ThingKind, body: unknown, held: object): ThingForm {
  const fields = thingFields[kind]
  const read = fields.map((field) => readField(field, body))
  const entered: Entered = Object.assign({}, ...read.map((one) => one.entered))
  const typed: object = Object.assign(
    {},
    held,
    ...read.map((one, index) => ({
      [fields[index]?.name ?? '']: one.value,
    })),
  )
  const faults = [...read.flatMap((one) => one.errors), ...ofKind(kind, typed)]
  const errors = faults.length > 0 ? faults : shapeErrors(kind, typed)
  if (errors.length > 0) return { ok: false, errors, entered }
  // The schema of this kind has just said so.
  return { ok: true, value: typed as DraftThing['value'], entered }
}

interface ReadField {
  readonly value: unknown
  readonly entered: Entered
  readonly errors: readonly FieldError[]
}

function readField(field: ThingField, body: unknown): ReadField {
  switch (field.shape) {
    case 'choices':
    case 'professions':
      return readChoices(field, body)
    case 'yes':
      return plainField(field.name, textField(body, field.name), (text) => text === 'yes')
    case 'choice':
      return plainField(field.name, textField(body, field.name), (text) => text || undefined)
    case 'requires':
      return readRequires(field, body)
    case 'variants':
      return readVariants(field, body)
    case 'examples':
      return readExamples(field, body)
    default:
      return readText(field, body)
  }
}

function plainField(name: string, text: string, read: (text: string) => unknown): ReadField {
  return { value: read(text), entered: { [name]: text }, errors: [] }
}

function readText(field: ThingField, body: unknown): ReadField {
  const { name, label, shape, kind } = field
  const entered = textField(body, name)
  const errors = [
    ...missing(entered === '' && !field.optional, name, `Enter ${lowered(label)}`),
    ...typedErrors(body, { field: name, label, kind }),
  ]
  const value = valueOfText(shape, entered, field.optional)
  return {
    value,
    entered: { [name]: entered },
    errors: errors.length > 0 ? errors : errorsWithin(field, name, value),
  }
}

/** Of the texts that a field holds, each for itself: the first that is wrong. */
function errorsWithin({ shape, label }: ThingField, field: string, value: unknown): FieldError[] {
  const kind = kindWithin[shape]
  if (kind === undefined || !Array.isArray(value)) return []
  const fault = value.map((text) => checkTypedText(String(text), kind)).find(Boolean)
  return missing(fault !== undefined, field, `One of “${label}” ${fault}`)
}

function valueOfText(shape: ThingField['shape'], text: string, optional?: boolean): unknown {
  if (shape === 'texts') return texts(text)
  if (shape === 'lines') return lines(text)
  return optional && text === '' ? undefined : oneLine(text)
}

/** With a blank line between them; a list that was pasted has none, and each line is one. */
function texts(text: string): string[] {
  const between = /\n\s*\n/.test(text) ? /\n\s*\n/ : /\n/
  return text
    .split(between)
    .map(oneLine)
    .filter((one) => one !== '')
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map(oneLine)
    .filter((one) => one !== '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function readChoices({ name, label, offered, optional }: ThingField, body: unknown): ReadField {
  const chosen = listOf(body, name)
  const known = offered?.map(({ value }) => value) ?? chosen
  const values = known.filter((value) => chosen.includes(value))
  return {
    value: values,
    entered: { [name]: values },
    errors: missing(
      values.length === 0 && !optional,
      name,
      `Select at least one of: ${lowered(label)}`,
    ),
  }
}

function readRequires(field: ThingField, body: unknown): ReadField {
  const [how, parts] = [`${field.name}-how`, `${field.name}-parts`]
  const entered = { [how]: textField(body, how), [parts]: textField(body, parts) }
  const asked = lines(entered[parts] ?? '')
  const several = entered[how] === 'all' || entered[how] === 'any'
  return {
    value: several ? { [entered[how] ?? '']: asked } : undefined,
    entered,
    errors: [
      ...missing(several && asked.length < 2, parts, 'Enter at least two things, one a line'),
      ...missing(
        !several && asked.length > 0,
        how,
        'Select whether all of these are asked for, or any',
      ),
      ...typedErrors(body, { field: parts, label: 'What it asks for', kind: field.kind }),
      ...errorsWithin(field, parts, asked),
    ],
  }
}

function readVariants(field: ThingField, body: unknown): ReadField {
  const rows = Array.from({ length: mostVariants }, (_, row) => readVariant(field, body, row))
  const filled = rows.filter(({ value }) => value !== undefined)
  const shown = rows.filter(({ wasSent }) => wasSent)
  return {
    value: filled.map(({ value }) => value),
    entered: Object.assign({}, ...shown.map(({ entered }) => entered)),
    errors: filled.flatMap(({ errors }) => errors),
  }
}

function readVariant(field: ThingField, body: unknown, row: number) {
  const name = (part: string) => `${field.name}-${row}-${part}`
  const [sector, nation] = [textField(body, name('sector')), textField(body, name('nation'))]
  const text = textField(body, name('text'))
  const isEmpty = sector === '' && nation === '' && text === ''
  return {
    wasSent: sentFields(body).includes(name('text')),
    entered: { [name('sector')]: sector, [name('nation')]: nation, [name('text')]: text },
    value: isEmpty
      ? undefined
      : { sector: sector || undefined, nation: nation || undefined, text: oneLine(text) },
    errors: [
      ...missing(sector === '' && nation === '', name('sector'), 'Select a sector or a nation'),
      ...missing(text === '', name('text'), 'Enter the words for this sector or nation'),
      ...typedErrors(body, { field: name('text'), label: 'Words', kind: field.kind }),
    ],
  }
}

function readExamples(field: ThingField, body: unknown): ReadField {
  const read = levelSlugs.map((level) => readExample(field, body, level))
  return {
    value: read.flatMap(({ value }) => value ?? []),
    entered: Object.assign({}, ...read.map(({ entered }) => entered)),
    errors: read.flatMap(({ errors }) => errors),
  }
}

function readExample(field: ThingField, body: unknown, level: LevelSlug) {
  const named = exampleTexts.map((text) => [text, exampleName(field.name, level, text)] as const)
  const entered = Object.fromEntries(named.map(([, name]) => [name, textField(body, name)]))
  const isEmpty = Object.values(entered).every((text) => text === '')
  const texts = named.map(([text, name]) => [text, oneLine(entered[name] ?? '')])
  return {
    entered,
    value: isEmpty ? undefined : { level, ...Object.fromEntries(texts) },
    errors: named.flatMap(([, name]) => [
      ...missing(
        !isEmpty && entered[name] === '',
        name,
        'Enter all three texts of an example, or none',
      ),
      ...typedErrors(body, { field: name, label: 'An example', kind: field.kind }),
    ]),
  }
}

/** Design rule 9: it is said on every page, so it cannot go. */
const disclaims = /not published or endorsed by/i

function ofKind(kind: ThingKind, typed: object): FieldError[] {
  if (kind === 'edition') {
    const notice = String(at(typed, 'notice') ?? '')
    const message =
      'The notice must keep the words “not published or endorsed by NHS England, a professional body or an employer”'
    return missing(notice !== '' && !disclaims.test(notice), 'notice', message)
  }
  if (kind !== 'role') return []
  const address = String(at(typed, 'registerAddress') ?? '')
  const message = 'The web address of the register must begin with https://'
  return missing(address !== '' && !address.startsWith('https://'), 'registerAddress', message)
}

function shapeErrors(kind: ThingKind, typed: object): FieldError[] {
  const checked = thingSchemas[kind].safeParse(typed)
  if (checked.success) return []
  return checked.error.issues.map(({ path, message }) => ({
    field: String(path[0] ?? thingFields[kind][0]?.name),
    message: `This is not as it must be: ${message}`,
  }))
}

function missing(is: boolean, field: string, message: string): FieldError[] {
  return is ? [{ field, message }] : []
}

function lowered(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

function sentFields(body: unknown): string[] {
  return typeof body === 'object' && body !== null ? Object.keys(body) : []
}

function listOf(body: unknown, name: string): string[] {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return [value].flat().filter((one): one is string => typeof one === 'string')
}
