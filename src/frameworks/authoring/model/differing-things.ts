import { isDeepStrictEqual } from 'node:util'
import type { DraftThing } from './draft-thing.ts'

export interface DifferingThings {
  readonly inserted: readonly DraftThing[]
  readonly set: readonly { readonly before: DraftThing; readonly now: DraftThing }[]
  readonly removed: readonly DraftThing[]
}

/** What to write so that the things before become those of now. */
export function differingThings(
  before: readonly DraftThing[],
  now: readonly DraftThing[],
): DifferingThings {
  const held = new Map(before.map((thing) => [thing.thing, thing]))
  const kept = new Set(now.map(({ thing }) => thing))
  return {
    inserted: now.filter(({ thing }) => !held.has(thing)),
    set: now.flatMap((thing) => {
      const was = held.get(thing.thing)
      return was === undefined || isSame(was, thing) ? [] : [{ before: was, now: thing }]
    }),
    removed: before.filter(({ thing }) => !kept.has(thing)),
  }
}

function isSame(one: DraftThing, other: DraftThing): boolean {
  return one.position === other.position && isDeepStrictEqual(plain(one.value), plain(other.value))
}

/** Absent and undefined fields are the same, as they are once kept. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
