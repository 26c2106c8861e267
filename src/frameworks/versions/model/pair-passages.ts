/** Which passage of an edition is which of another: by capability, then by code, then by words. */
import {
  type Bag,
  bagOf,
  likenessOf,
  sharedWeight,
  type Weighed,
  weightOf,
  weighWords,
} from './measure-likeness.ts'
import { type Passage, wordingOf } from './passage.ts'

export interface Pair {
  readonly before: Passage
  readonly after: Passage
}

export interface Pairing {
  readonly pairs: readonly Pair[]
  /** Found in one edition alone. */
  readonly retired: readonly Passage[]
  readonly added: readonly Passage[]
}

/** Below it, two statements of a level share little but the words that all of them share. */
const alike = 0.6

export function pairPassages(before: readonly Passage[], after: readonly Passage[]): Pairing {
  const pairs: Pair[] = []
  const rest = { before: new Set(before), after: new Set(after) }
  const take = (pair: Pair) => {
    if (!rest.before.delete(pair.before)) return
    rest.after.delete(pair.after)
    pairs.push(pair)
  }
  for (const keyOf of [capabilityOf, targetOf]) {
    for (const pair of pairsByKey([...rest.before], [...rest.after], keyOf)) take(pair)
  }
  for (const pair of pairsByWords([...rest.before], [...rest.after])) take(pair)
  return { pairs, retired: [...rest.before], added: [...rest.after] }
}

function capabilityOf({ capability, level, target }: Passage): string {
  return capability === undefined ? target : `${capability} at ${level}`
}

function targetOf({ target }: Passage): string {
  return target
}

/** Where several share a key: those of the same code first, then in their order. */
function pairsByKey(
  before: readonly Passage[],
  after: readonly Passage[],
  keyOf: (passage: Passage) => string,
): Pair[] {
  const later = Map.groupBy(after, keyOf)
  return [...Map.groupBy(before, keyOf)].flatMap(([key, olds]) => pairInOrder(olds, later.get(key)))
}

function pairInOrder(olds: readonly Passage[], news: readonly Passage[] = []): Pair[] {
  const same = olds.flatMap((before): Pair[] => {
    const after = news.find(({ target }) => target === before.target)
    return after === undefined ? [] : [{ before, after }]
  })
  const oldRest = olds.filter((one) => !same.some(({ before }) => before === one))
  const newRest = news.filter((one) => !same.some(({ after }) => after === one))
  return [...same, ...pairUp(oldRest, newRest)]
}

function pairUp(olds: readonly Passage[], news: readonly Passage[]): Pair[] {
  return olds.flatMap((before, index) => {
    const after = news[index]
    return after === undefined ? [] : [{ before, after }]
  })
}

/** The likest first. Only what is of one kind and one level can be the same. */
function pairsByWords(before: readonly Passage[], after: readonly Passage[]): Pair[] {
  const likely = findAlike(before, after, likenessOf)
    .filter(({ likeness }) => likeness >= alike)
    .sort((one, other) => other.likeness - one.likeness || compareTies(one, other))
  const taken = new Set<Passage>()
  return likely.filter((pair) => {
    if (taken.has(pair.before) || taken.has(pair.after)) return false
    taken.add(pair.before).add(pair.after)
    return true
  })
}

export interface AlikePair extends Pair {
  readonly likeness: number
}

/** The same whichever edition comes first. */
export function compareTies(one: Pair, other: Pair): number {
  const keyOf = ({ before, after }: Pair) => [before.target, after.target].sort().join(' ')
  return keyOf(one) < keyOf(other) ? -1 : 1
}

/** Past so many statements a word leads to too many of them to look at. */
const common = 40

/** Every two that share a word which is not everywhere: all others are too unlike to look at. */
export function findAlike(
  before: readonly Passage[],
  after: readonly Passage[],
  measure: (weighed: Weighed) => number,
): AlikePair[] {
  const bags = new Map([...before, ...after].map((one) => [one, bagOf(wordingOf(one))]))
  const weigh = weighWords([...bags.values()])
  const bag = (passage: Passage) => bags.get(passage) ?? new Map<string, number>()
  const weights = new Map([...bags].map(([passage, bag]) => [passage, weightOf(bag, weigh)]))
  const weight = (passage: Passage) => weights.get(passage) ?? 0
  const [earlier, later] = [holdersOf(before, bag), holdersOf(after, bag)]
  return before.flatMap((one) => {
    const near = new Set<Passage>()
    for (const word of bag(one).keys()) {
      const key = `${kindOf(one)} ${word}`
      const [held = [], others = []] = [earlier.get(key), later.get(key)]
      if (held.length + others.length <= common) for (const other of others) near.add(other)
    }
    return [...near].map((other) => {
      const shared = sharedWeight(bag(one), bag(other), weigh)
      const likeness = measure({ one: weight(one), other: weight(other), shared })
      return { before: one, after: other, likeness }
    })
  })
}

function holdersOf(passages: readonly Passage[], bag: (passage: Passage) => Bag) {
  const named = passages.flatMap((passage) =>
    [...bag(passage).keys()].map((word) => ({ key: `${kindOf(passage)} ${word}`, passage })),
  )
  const holders = new Map<string, Passage[]>()
  for (const { key, passage } of named) {
    const held = holders.get(key)
    if (held === undefined) holders.set(key, [passage])
    else held.push(passage)
  }
  return holders
}

function kindOf({ target, level }: Passage): string {
  return `${target.slice(0, target.indexOf('/'))} ${level ?? ''}`
}
