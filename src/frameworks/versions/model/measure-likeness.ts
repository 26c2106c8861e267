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
  const weights = new Map<string, number>()
  for (const [word, times] of held) weights.set(word, Math.log2(1 + (bags.length + 1) / times))
  const unheard = Math.log2(2 + bags.length)
  return (word) => weights.get(word) ?? unheard
}

export function weightOf(bag: Bag, weigh: Weights): number {
  let weight = 0
  for (const [word, times] of bag) weight += times * weigh(word)
  return weight
}

/** Of the words that both have. */
export function sharedWeight(one: Bag, other: Bag, weigh: Weights): number {
  let weight = 0
  for (const [word, times] of one) {
    const common = Math.min(times, other.get(word) ?? 0)
    if (common > 0) weight += common * weigh(word)
  }
  return weight
}

export function without(one: Bag, other: Bag): Bag {
  const rest = new Map<string, number>()
  for (const [word, times] of one) {
    const more = times - (other.get(word) ?? 0)
    if (more > 0) rest.set(word, more)
  }
  return rest
}

/** What two texts weigh, and what they share. */
export interface Weighed {
  readonly one: number
  readonly other: number
  readonly shared: number
}

/** Dice's measure, 0 to 1: the same whichever comes first. */
export function likenessOf({ one, other, shared }: Weighed): number {
  return one + other === 0 ? 0 : rounded((2 * shared) / (one + other))
}

/** How much of the other stands in the one, 0 to 1. */
export function containedOf({ other, shared }: Weighed): number {
  return other === 0 ? 0 : rounded(shared / other)
}

export function weighBoth(one: Bag, other: Bag, weigh: Weights): Weighed {
  const weights = { one: weightOf(one, weigh), other: weightOf(other, weigh) }
  return { ...weights, shared: sharedWeight(one, other, weigh) }
}

/** So that the order of adding up decides nothing. */
function rounded(measure: number): number {
  return Math.round(measure * 1e6) / 1e6
}
