/** Sets two editions side by side and says what became of everything. */
import type { Edition } from '../../model/framework.ts'
import type { ChangeKind, Comparison, Difference, EditionChange } from './edition-change.ts'
import { findPartings, type Parting } from './find-partings.ts'
import { listPassages } from './list-passages.ts'
import { type Pair, pairPassages } from './pair-passages.ts'
import type { Area, NamedText, Passage } from './passage.ts'

/** Compared the other way round, added is retired, split is merged, and before is after. */
export function compareEditions(earlier: Edition, later: Edition): Comparison {
  const before = listPassages(earlier)
  const after = listPassages(later)
  const pairing = pairPassages(before, after)
  const { splits, merges } = findPartings(pairing)
  const inParting = new Set([...splits, ...merges].flatMap(({ whole, parts }) => [whole, ...parts]))
  const isFree = (passage: Passage) => !inParting.has(passage)
  const pairs = pairing.pairs.filter((pair) => isFree(pair.before) && isFree(pair.after))
  const changes = [
    ...pairs.flatMap(changeOfPair),
    ...splits.map((parting): EditionChange => ({ kind: 'split', ...asSplit(parting) })),
    ...merges.map((parting): EditionChange => ({ kind: 'merged', ...asMerge(parting) })),
    ...pairing.added.filter(isFree).map((one) => changeOf('added', [], [one])),
    ...pairing.retired.filter(isFree).map((one) => changeOf('retired', [one], [])),
  ]
  const unchanged = pairs.filter((pair) => changeOfPair(pair).length === 0)
  return { changes: inReadingOrder(changes, { before, after, pairs: pairing.pairs }), unchanged }
}

function asSplit({ whole, parts }: Parting) {
  return { before: [whole], after: parts, differences: [] }
}

function asMerge({ whole, parts }: Parting) {
  return { before: parts, after: [whole], differences: [] }
}

function changeOf(
  kind: ChangeKind,
  before: readonly Passage[],
  after: readonly Passage[],
): EditionChange {
  return { kind, before, after, differences: [] }
}

function changeOfPair({ before, after }: Pair): EditionChange[] {
  const worded = differencesOf(before.texts, after.texts)
  const detailed = differencesOf(before.details, after.details).map(asList)
  const differences = [...worded, ...detailed]
  const change = { before: [before], after: [after], differences }
  if (before.place !== after.place) return [{ kind: 'moved', ...change }]
  if (worded.length > 0) return [{ kind: 'reworded', ...change }]
  return detailed.length > 0 ? [{ kind: 'details', ...change }] : []
}

function differencesOf(before: readonly NamedText[], after: readonly NamedText[]): Difference[] {
  const [earlier, later] = [textsByName(before), textsByName(after)]
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
    const pair = { before: earlier.get(name) ?? '', after: later.get(name) ?? '' }
    return pair.before === pair.after ? [] : [{ name, ...pair }]
  })
}

function asList(difference: Difference): Difference {
  return { ...difference, isList: true }
}

/** Two variants may have one name; then they are read as one text. */
function textsByName(texts: readonly NamedText[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const { name, text } of texts) {
    const held = named.get(name)
    named.set(name, held === undefined ? text : `${held}\n${text}`)
  }
  return named
}

interface Order {
  readonly before: readonly Passage[]
  readonly after: readonly Passage[]
  readonly pairs: readonly Pair[]
}

/** What was retired stands behind what it used to follow. */
function inReadingOrder(changes: readonly EditionChange[], order: Order): EditionChange[] {
  const positions = positionsOf(order)
  const placed = changes.map((change) => {
    const first = change.after[0] ?? change.before[0]
    return { change, area: areaRank(first?.area), at: (first && positions.get(first)) ?? 0 }
  })
  return placed
    .sort((one, other) => one.area - other.area || one.at - other.at)
    .map(({ change }) => change)
}

function positionsOf({ before, after, pairs }: Order): ReadonlyMap<Passage, number> {
  const positions = new Map(after.map((passage, index) => [passage, index]))
  const heirs = new Map(pairs.map((pair) => [pair.before, pair.after]))
  let last = -1
  for (const [index, passage] of before.entries()) {
    const heir = heirs.get(passage)
    if (heir !== undefined) last = positions.get(heir) ?? last
    else positions.set(passage, last + (index + 1) / (before.length + 1))
  }
  return positions
}

function areaRank(area: Area = 'about'): number {
  const number = Number(/^domain-(\d+)$/.exec(area)?.[1] ?? 0)
  const areas = ['about', 'parts', 'levels', 'pillars', 'domain', 'roles', 'glossary', 'terms']
  return areas.indexOf(number > 0 ? 'domain' : area) * 1000 + number
}
