/** Chance that can be had again: the same seed gives the same drill. */

export interface Chance {
  /** From 0 up to, and not including, 1. */
  readonly next: () => number
  readonly below: (limit: number) => number
  readonly pick: <Thing>(things: readonly Thing[]) => Thing
}

/** Mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  function pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new Error('nothing to choose from')
    return thing
  }
  return { next, below, pick }
}
