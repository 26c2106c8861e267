/** What is asked before something is added to a draft, and what comes of the answers. */
import { NotFound } from '../../errors.ts'
import type { FormResult } from '../../web/posted-form.ts'
import { textField } from '../../web/posted-form.ts'
import { targetSlug } from '../model/amendment.ts'
import {
  type LevelSlug,
  levelOf,
  levelSlugs,
  type Statement,
  withoutLevel,
} from '../model/framework.ts'
import { levelName } from '../model/names.ts'
import { typedErrors } from '../typed-errors.ts'
import { addThing, blocksOf, inList, takeOutThings } from './model/change-things.ts'
import { type DraftThing, kindOfThing, listOfThing, type ThingKind } from './model/draft-thing.ts'
import type { Entered } from './model/entered-thing.ts'
import { addWords, isFixedKind, kindInList } from './model/name-thing.ts'
import { nameNew, newAtLevel, newCapability, slugFromWords, startOf } from './model/new-thing.ts'
import { type ThingField, thingFields } from './model/thing-fields.ts'
import type { DraftRead } from './read-draft.ts'
import { thingForm } from './thing-forms.ts'

type Things = readonly DraftThing[]
type Added = readonly Pick<DraftThing, 'thing' | 'value'>[]

interface Adding {
  readonly title: string
  readonly fields: readonly ThingField[]
  /** The list whose page shows it afterwards. */
  readonly back: string
  readonly read: (body: unknown) => FormResult<(things: Things) => Added, Entered>
}

/** Throws NotFound for what nothing is added to. */
export function addingTo(draft: DraftRead, to: string): Adding {
  const { things } = draft
  const kind = kindInList(to)
  if (kindOfThing(to) === 'statement') return addingAtLevel(draft, to)
  if (kind === undefined || isFixedKind(kind)) throw new NotFound(`nothing is added to ${to}`)
  if (to.includes('/') && !things.some(({ thing }) => thing === to)) throw new NotFound(to)
  return kind === 'statement' ? addingCapability(draft, to) : addingThing(draft, to, kind)
}

function addingThing({ things }: DraftRead, to: string, kind: ThingKind): Adding {
  return {
    title: addWords[kind],
    fields: thingFields[kind],
    back: to,
    read: (body) => {
      const words = textField(body, thingFields[kind][0]?.name ?? '')
      const start = { ...startOf(kind, to, things), ...slugFromWords(kind, words) }
      const form = thingForm(kind, body, start)
      if (!form.ok) return form
      const thing = nameNew(kind, to, form.value)
      if (
        inList(things, to).some((held) => held.thing === thing || isSameTitle(held, form.value))
      ) {
        const field = thingFields[kind][0]?.name ?? ''
        const message = 'This is there already. Enter another name, or change the one that is there'
        return { ok: false, errors: [{ field, message }], entered: form.entered }
      }
      return { ok: true, value: () => [{ thing, value: form.value }], entered: form.entered }
    },
  }
}

/** A number is always free: what was sent twice is known by its title. */
function isSameTitle(held: DraftThing, value: DraftThing['value']): boolean {
  const titles = [held.value, value].map((one) => ('title' in one ? one.title.toLowerCase() : ''))
  return titles[0] !== '' && titles[0] === titles[1]
}

function addingCapability({ edition, things }: DraftRead, to: string): Adding {
  const asked = levelSlugs.map((level) => ({
    level,
    field: textAt(level, levelName(edition, level)),
  }))
  const name: ThingField = {
    ...{ name: 'name', label: 'What is it about?', shape: 'line', kind: 'name' },
    hint: 'Two to four words, such as “reports worries”. They name the capability for ever.',
  }
  const fields = [name, ...asked.map(({ field }) => field)]
  const section = to.split('/')[1] ?? ''
  return {
    title: `Add a capability to ${section}`,
    fields,
    back: to,
    read: (body) => {
      const entered = enteredIn(fields, body)
      const texts = asked.flatMap(({ level, field }): [LevelSlug, string][] => {
        const text = String(entered[field.name])
        return text === '' ? [] : [[level, text.replace(/\s+/g, ' ')]]
      })
      const errors = [
        ...(entered.name === '' ? [{ field: 'name', message: 'Enter what it is about' }] : []),
        ...(inList(things, to).some((held) => isNamed(held, String(entered.name)))
          ? [{ field: 'name', message: 'A capability of this name stands here already' }]
          : []),
        ...(texts.length === 0
          ? [
              {
                field: asked[0]?.field.name ?? '',
                message: 'Enter a statement at one level at least',
              },
            ]
          : []),
        ...wrongWords(fields, body),
      ]
      if (errors.length > 0) return { ok: false, errors, entered }
      const typed = { name: String(entered.name), texts: new Map(texts) }
      return { ok: true, value: (things) => newCapability(things, section, typed), entered }
    },
  }
}

function isNamed({ value }: DraftThing, words: string): boolean {
  return 'capability' in value && value.capability === targetSlug(words)
}

/** A level at which a capability has no words yet. Throws NotFound where it has, or none has any. */
function addingAtLevel({ things, edition }: DraftRead, to: string): Adding {
  const level = levelOf(to)
  const list = listOfThing(to)
  const block = blocksOf(inList(things, list)).find((block) =>
    block.some(({ thing }) => baseOf(thing) === baseOf(to)),
  )
  const isThere = things.some(({ thing }) => thing === to)
  const beside = block?.[0]?.value
  if (level === undefined || beside === undefined || isThere) throw new NotFound(to)
  const field = textAt(level, levelName(edition, level))
  return {
    title: `Write ${to.split('/')[1] ?? ''}`,
    fields: [field],
    back: list,
    read: (body) => {
      const entered = enteredIn([field], body)
      const text = String(entered[field.name]).replace(/\s+/g, ' ')
      const missing = text === '' ? [{ field: field.name, message: 'Enter the statement' }] : []
      const errors = [...missing, ...wrongWords([field], body)]
      if (errors.length > 0) return { ok: false, errors, entered }
      const made = newAtLevel(beside as Statement, level, text) // the list holds statements
      return { ok: true, value: () => [made], entered }
    },
  }
}

function baseOf(thing: string): string {
  return withoutLevel(thing)
}

function textAt(level: LevelSlug, name: string): ThingField {
  const hint = thingFields.statement[0]?.hint
  return {
    name: `text-${level}`,
    label: `At ${name.toLowerCase()} level`,
    shape: 'text',
    kind: 'statement',
    hint,
  }
}

function enteredIn(fields: readonly ThingField[], body: unknown): Record<string, string> {
  return Object.fromEntries(fields.map(({ name }) => [name, textField(body, name)]))
}

function wrongWords(fields: readonly ThingField[], body: unknown) {
  return fields.flatMap(({ name: field, label, kind }) => typedErrors(body, { field, label, kind }))
}

/** All of them, each at the end of its list; statements beside those of their own capability. */
export function withAdded(things: Things, added: Added): Things {
  return added.reduce<Things>((held, { thing, value }) => {
    if (!('capability' in value)) return addThing(held, thing, value)
    const without = takeOutThings(held, [thing])
    const list = inList(without, listOfThing(thing))
    const order = blocksOf([...list, { thing, value, position: list.length }]).flat()
    const placed = order.map((one, position) => ({ ...one, position }))
    return [...without.filter((one) => !list.includes(one)), ...placed]
  }, things)
}
