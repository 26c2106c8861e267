/** Changes of order, place and number, on the things of a draft. Each gives the whole list again. */
import { levelOf, type Statement } from '../../model/framework.ts'
import { sectionOf } from '../../model/look-up.ts'
import { type DraftThing, kindOfThing, listOfThing, thingNames } from './draft-thing.ts'

type Things = readonly DraftThing[]

/** What stands in a list, in its order. */
export function inList<Thing extends DraftThing>(things: readonly Thing[], list: string): Thing[] {
  return things
    .filter(({ thing }) => listOfThing(thing) === list)
    .toSorted((one, other) => one.position - other.position)
}

/** One further up or down. The statements of a capability move together. */
export function moveThing(things: Things, name: string, step: -1 | 1): Things {
  const moved = things.find(({ thing }) => thing === name)
  const list = listOfThing(name)
  const blocks = blocksOf(inList(things, list))
  const at = blocks.findIndex((block) => moved !== undefined && block.includes(moved))
  const [block, neighbour] = [blocks[at], blocks[at + step]]
  if (block === undefined || neighbour === undefined) return things
  const order = blocks
    .with(at, neighbour)
    .with(at + step, block)
    .flat()
  return [...things.filter(({ thing }) => listOfThing(thing) !== list), ...numbered(order)]
}

/** What moves as one: the statements of a capability, and otherwise each thing by itself. */
export function blocksOf<Thing extends DraftThing>(list: readonly Thing[]): Thing[][] {
  return [...Map.groupBy(list, blockName).values()]
}

function blockName({ thing, value }: DraftThing): string {
  return 'capability' in value ? `capability/${value.capability}` : thing
}

/** Without these, and without what stands below them. */
export function takeOutThings(things: Things, names: readonly string[]): Things {
  const kept = things.filter(({ thing }) => !names.some((name) => isWithin(thing, name)))
  return inOrder(kept)
}

/** Whether it is that thing, or stands somewhere below it. */
export function isWithin(thing: string, name: string): boolean {
  for (let here = thing; ; here = listOfThing(here)) {
    if (here === name) return true
    if (listOfThing(here) === here) return false
  }
}

/** At the end of its list. */
export function addThing(things: Things, thing: string, value: DraftThing['value']): Things {
  return [...things, { thing, value, position: inList(things, listOfThing(thing)).length }]
}

/** With another number, and its statements with it: their capabilities stay. */
export function renumberSection(things: Things, from: string, to: string): Things {
  const renamed = things.map((held): DraftThing => {
    const { thing, value } = held
    if (thing === `section/${from}` && 'code' in value) {
      const stays = listOfThing(thing) === listOfThing(`section/${to}`)
      const position = stays ? held.position : things.length
      return { thing: `section/${to}`, position, value: { ...value, code: to } }
    }
    if (kindOfThing(thing) !== 'statement' || listOfThing(thing) !== `section/${from}`) return held
    return withCode(held, `${to}${codeOf(held).slice(from.length)}`)
  })
  return inOrder(renamed)
}

/** All levels of one capability to the end of another section, under the first code that is free. */
export function moveCapability(things: Things, code: string, to: string): Things {
  const moved = capabilityOf(things, code)
  const there = inList(things, `section/${to}`)
  const base = freeBase(there.map(codeOf), to)
  const placed = moved.map((held, at) => ({
    ...withCode(held, `${base}-${levelOf(codeOf(held))}`),
    position: there.length + at,
  }))
  return inOrder([...things.filter((held) => !moved.includes(held)), ...placed])
}

/** The statements of the same capability in the same section, in their order. */
export function capabilityOf<Thing extends DraftThing>(
  things: readonly Thing[],
  code: string,
): Thing[] {
  const list = inList(things, `section/${sectionOf(code)}`)
  const one = list.find((held) => codeOf(held) === code)
  return one === undefined ? [] : list.filter((held) => blockName(held) === blockName(one))
}

/** `3.9`, or else the first of `3.9.2`, `3.9.3` … that no statement has. */
export function freeBase(taken: readonly string[], section: string): string {
  const isTaken = (base: string) => taken.some((code) => code.startsWith(`${base}-`))
  for (let number = 1; ; number += 1) {
    const base = number === 1 ? section : `${section}.${number}`
    if (!isTaken(base)) return base
  }
}

/** Each list from 0, without gaps. */
function inOrder(things: Things): DraftThing[] {
  const lists = Map.groupBy(things, ({ thing }) => listOfThing(thing))
  return [...lists.values()].flatMap((list) =>
    numbered(list.toSorted((one, other) => one.position - other.position)),
  )
}

function numbered(list: Things): DraftThing[] {
  return list.map((held, position) => ({ ...held, position }))
}

function codeOf({ value }: DraftThing): string {
  return 'capability' in value ? value.code : ''
}

function withCode(held: DraftThing, code: string): DraftThing {
  const value: Statement = { ...(held.value as Statement), code } // asked of statements alone
  return { ...held, thing: thingNames.statement(value), value }
}
