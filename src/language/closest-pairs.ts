/** Which of many texts are nearly alike, by the words that they share: rare ones weigh more. */
import { stemsIn } from './stems.ts'

export interface ClosePair {
  /** Places in the list of texts, the earlier first. */
  readonly one: number
  readonly other: number
  readonly cosine: number
}

/** A word in more of the texts than this share finds no pair; it still weighs in those found. */
const commonShare = 0.1
const alwaysRare = 12

type Vector = ReadonlyMap<string, number>

/** Every pair at or above a cosine, the closest first. Not all pairs are compared: only those that share a rare word. */
export function closestPairs(texts: readonly string[], atLeast: number): ClosePair[] {
  const counts = texts.map((text) => countStems(text))
  const places = placesOf(counts)
  const vectors = counts.map((held) => weighed(held, places, texts.length))
  const rare = Math.max(alwaysRare, texts.length * commonShare)
  const pairs = vectors.flatMap((vector, other) =>
    [...candidates(vector, places, rare, other)].map((one) => ({
      ...{ one, other },
      cosine: dot(vectors[one] ?? new Map(), vector),
    })),
  )
  return pairs
    .filter(({ cosine }) => cosine >= atLeast)
    .sort((a, b) => b.cosine - a.cosine || a.one - b.one || a.other - b.other)
}

function countStems(text: string): Vector {
  const counts = new Map<string, number>()
  for (const { stem } of stemsIn(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** For each stem the texts that have it. */
function placesOf(counts: readonly Vector[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  counts.forEach((held, place) => {
    for (const stem of held.keys()) {
      const list = places.get(stem)
      if (list === undefined) places.set(stem, [place])
      else list.push(place)
    }
  })
  return places
}

/** Of length one, so that the product of two is their cosine. */
function weighed(
  counts: Vector,
  places: ReadonlyMap<string, readonly number[]>,
  total: number,
): Vector {
  const weights = [...counts].map(
    ([stem, count]) =>
      [
        stem,
        (1 + Math.log(count)) * Math.log(1 + total / (places.get(stem)?.length ?? 1)),
      ] as const,
  )
  const length = Math.hypot(...weights.map(([, weight]) => weight))
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]))
}

function candidates(
  vector: Vector,
  places: ReadonlyMap<string, readonly number[]>,
  rare: number,
  before: number,
): Set<number> {
  const found = new Set<number>()
  for (const stem of vector.keys()) {
    const held = places.get(stem) ?? []
    if (held.length > rare) continue
    for (const place of held) {
      if (place >= before) break
      found.add(place)
    }
  }
  return found
}

function dot(one: Vector, other: Vector): number {
  let sum = 0
  for (const [stem, weight] of one) sum += weight * (other.get(stem) ?? 0)
  return sum
}
