/** How alike texts are by their words alone. Rare words say more than those found everywhere. */

/** How often each word stands in a text. */
export type Bag = ReadonlyMap<string, number>

export type Weights = (word: string) => number

export function bagOf(text: string): Bag {
  const bag = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []) {
    bag.set(word, (bag.get(word) ?? 0) + 1)
  }
  return bag
}

/** A word in every text weighs next to nothing, one in a single text the most. */
export function weighWords(bags: readonly Bag[]): Weights {
  const held = new Map<string, number>()
  for (const bag of bags) {
    for (const word of bag.keys()) held.set(word, (held.get(word) ?? 0) + 1)
  }
  return (word) => Math.log2(1 + (bags.length + 1) / (held.get(word) ?? 1))
}

export function weightOf(bag: Bag, weigh: Weights): number {
  let weight = 0
  for (const [word, times] of bag) weight += times * weigh(word)
  return weight
}

export function shared(one: Bag, other: Bag): Bag {
  const both = new Map<string, number>()
  for (const [word, times] of one) {
    const common = Math.min(times, other.get(word) ?? 0)
    if (common > 0) both.set(word, common)
  }
  return both
}

export function without(one: Bag, other: Bag): Bag {
  const rest = new Map<string, number>()
  for (const [word, times] of one) {
    const more = times - (other.get(word) ?? 0)
    if (more > 0) rest.set(word, more)
  }
  return rest
}

/** Dice's measure, 0 to 1: the same whichever comes first. */
export function measureLikeness(one: Bag, other: Bag, weigh: Weights): number {
  const whole = weightOf(one, weigh) + weightOf(other, weigh)
  return whole === 0 ? 0 : rounded((2 * weightOf(shared(one, other), weigh)) / whole)
}

/** How much of a part stands in a whole, 0 to 1. */
export function measureContained(part: Bag, whole: Bag, weigh: Weights): number {
  const weight = weightOf(part, weigh)
  return weight === 0 ? 0 : rounded(weightOf(shared(part, whole), weigh) / weight)
}

/** So that the order of adding up decides nothing. */
function rounded(measure: number): number {
  return Math.round(measure * 1e6) / 1e6
}
