/** Statements that seem to have become several, and several that seem to have become one. */
import {
  type Bag,
  bagOf,
  containedOf,
  sharedWeight,
  weighBoth,
  weightOf,
  weighWords,
  without,
} from './measure-likeness.ts'
import { compareTies, findAlike, type Pairing } from './pair-passages.ts'
import { isStatement, type Passage, wordingOf } from './passage.ts'

/** One that parted, and all that came of it; read backwards, several that came together. */
export interface Parting {
  readonly whole: Passage
  readonly parts: readonly Passage[]
}

export interface Partings {
  readonly splits: readonly Parting[]
  readonly merges: readonly Parting[]
}

/** How much of a part must stand in the whole; and how much in what its heir no longer says. */
const within = 0.6
const taken = 0.4

export function findPartings({ pairs, retired, added }: Pairing): Partings {
  const splits = partingsOf(
    [...pairs, ...retired.map((before) => ({ before }))].map(({ before, ...rest }) => ({
      ...{ whole: before, heir: 'after' in rest ? rest.after : undefined },
    })),
    added,
  )
  const merges = partingsOf(
    [...pairs, ...added.map((after) => ({ after }))].map(({ after, ...rest }) => ({
      ...{ whole: after, heir: 'before' in rest ? rest.before : undefined },
    })),
    retired,
  )
  return withoutTangles({ splits, merges })
}

interface Whole {
  readonly whole: Passage
  /** The one that is the same by capability, code or words. */
  readonly heir?: Passage | undefined
}

function partingsOf(wholes: readonly Whole[], loose: readonly Passage[]): Parting[] {
  const heirs = new Map(
    wholes
      .filter(({ whole, heir }) => isStatement(whole) && !saysTheSame(whole, heir))
      .map(({ whole, heir }) => [whole, heir]),
  )
  const parts = loose.filter(isStatement)
  const likely = findAlike([...heirs.keys()], parts, containedOf)
  const chosen = new Map<Passage, Passage>()
  const best = likely
    .filter(
      ({ before, after, likeness }) =>
        likeness >= within && isTaken(heirs.get(before), before, after),
    )
    .sort((one, other) => other.likeness - one.likeness || compareTies(one, other))
  for (const { before, after } of best) if (!chosen.has(after)) chosen.set(after, before)
  return [...Map.groupBy(parts, (part) => chosen.get(part))].flatMap(([whole, found]) =>
    whole === undefined ? [] : partingOf(whole, heirs.get(whole), found),
  )
}

function saysTheSame(whole: Passage, heir: Passage | undefined): boolean {
  return heir !== undefined && wordingOf(heir) === wordingOf(whole)
}

/** The part says what the heir left out. Without an heir there is nothing to take it from. */
function isTaken(heir: Passage | undefined, whole: Passage, part: Passage): boolean {
  if (heir === undefined) return true
  const bags = [whole, heir, part].map((passage) => bagOf(wordingOf(passage)))
  const [before = empty, after = empty, moved = empty] = bags
  const weigh = weighWords(bags)
  const left = without(before, after)
  return weightOf(left, weigh) > 0 && containedOf(weighBoth(moved, left, weigh)) >= taken
}

const empty: Bag = new Map()

function partingOf(
  whole: Passage,
  heir: Passage | undefined,
  found: readonly Passage[],
): Parting[] {
  const parts = heir === undefined ? found : [heir, ...found]
  return parts.length > 1 && isCovered(whole, parts) ? [{ whole, parts }] : []
}

function isCovered(whole: Passage, parts: readonly Passage[]): boolean {
  const bag = bagOf(wordingOf(whole))
  const together = bagOf(parts.map(wordingOf).join(' '))
  const weigh = weighWords([bag, together])
  return sharedWeight(bag, together, weigh) >= within * weightOf(bag, weigh)
}

/** A statement in two of them is in none: nobody could say what became of it. */
function withoutTangles({ splits, merges }: Partings): Partings {
  const times = new Map<Passage, number>()
  for (const { whole, parts } of [...splits, ...merges]) {
    for (const passage of [whole, ...parts]) times.set(passage, (times.get(passage) ?? 0) + 1)
  }
  const isClear = ({ whole, parts }: Parting) =>
    [whole, ...parts].every((passage) => times.get(passage) === 1)
  return { splits: splits.filter(isClear), merges: merges.filter(isClear) }
}
