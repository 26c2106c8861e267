/** Every text of an edition that comes in a folder, by the rule of the field that a form asks it in. */
import type { Finding } from '../../../finding.ts'
import { kindOfThing } from '../../authoring/model/draft-thing.ts'
import { takeApart } from '../../authoring/model/take-apart.ts'
import { kindWithin, type ThingField, thingFields } from '../../authoring/model/thing-fields.ts'
import { checkTypedText } from '../../model/check-typed-text.ts'
import type { Edition } from '../../model/framework.ts'

export function checkTexts(edition: Edition): Finding[] {
  return takeApart(edition).flatMap(({ thing, value }) =>
    fieldsOf(thing).flatMap((field) =>
      faultsOf(field, textsIn(Reflect.get(value, field.name))).map((fault) => ({
        ...{ code: 'text-refused', at: `${thing}/${field.name}`, message: `This ${fault}` },
      })),
    ),
  )
}

function fieldsOf(thing: string): readonly ThingField[] {
  const kind = kindOfThing(thing)
  return kind === undefined ? [] : thingFields[kind]
}

/** A form holds the texts of a list together, and each must be right for itself. */
function faultsOf({ shape, kind }: ThingField, texts: readonly string[]): string[] {
  const within = texts.map((text) => checkTypedText(text, kindWithin[shape] ?? kind))
  const isList = shape === 'texts' || shape === 'lines' || shape === 'requires'
  const whole = isList ? [checkTypedText(texts.join('\n\n'), kind)] : []
  const faults = [...within, ...whole].filter((fault) => fault !== undefined)
  return [...new Set(faults)]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
