/** Carries out one change on an edition, only where it can be undone again. */
import { isDeepStrictEqual } from 'node:util'
import type { Finding } from '../../finding.ts'
import type {
  Change,
  FieldChange,
  Insertion,
  Replacement,
  Target,
  TermChange,
} from './amendment.ts'
import type { Edition } from './framework.ts'
import {
  isOptionalField,
  locateSlot,
  locateTarget,
  type Path,
  type Slot,
  valueAt,
} from './locate-target.ts'

export type Outcome =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly faults: readonly Finding[] }

export function applyChange(edition: Edition, change: Change): Outcome {
  switch (change.kind) {
    case 'replace':
      return replaceRange(edition, change)
    case 'set':
      return setField(edition, change)
    case 'term':
      return changeTerm(edition, change)
    case 'insert':
    case 'delete':
      return /\/\d+$/.test(change.target)
        ? changeMember(edition, change)
        : changeThing(edition, change)
  }
}

function replaceRange(edition: Edition, { target, before, after }: Replacement): Outcome {
  const path = locateTarget(edition, target)
  const text = path && valueAt(edition, path)
  if (path === undefined || typeof text !== 'string') return missing(target)
  if (before === '' || after === '') {
    return fault('amendment-quote-empty', target, 'Write the words before and after, with context')
  }
  const found = countOf(text, before)
  if (found === 0)
    return fault('amendment-quote-missing', target, `"${before}" does not stand here`)
  if (found > 1) return ambiguous(target, before)
  const changed = text.replace(before, () => after)
  return countOf(changed, after) === 1
    ? { ok: true, edition: put(edition, path, changed) }
    : ambiguous(target, after)
}

/** Overlapping ones count, since each of them could be the one that is meant. */
function countOf(text: string, quote: string): number {
  let count = 0
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) count += 1
  return count
}

function setField(edition: Edition, { target, before, after }: FieldChange): Outcome {
  const path = locateTarget(edition, target)
  if (path === undefined) return missing(target)
  const held = valueAt(edition, path) ?? null
  if (!isDeepStrictEqual(plain(held), plain(before))) {
    return fault('amendment-value-differs', target, `Here stands ${JSON.stringify(held)}`)
  }
  if (!isOptionalField(target) && shapeOf(before) !== shapeOf(after)) {
    return fault('amendment-value-shape', target, `Write ${shapeOf(before)}, not ${shapeOf(after)}`)
  }
  return { ok: true, edition: put(edition, path, after ?? undefined) }
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return value === null ? 'nothing' : typeof value
}

function changeTerm(edition: Edition, { words, occurrences }: TermChange): Outcome {
  const faults: Finding[] = []
  let current = edition
  for (const target of occurrences) {
    const path = locateTarget(current, target)
    const text = path && valueAt(current, path)
    if (path === undefined || typeof text !== 'string') {
      faults.push(missingAt(target))
      continue
    }
    const changed = exchange(text, words)
    const back = exchange(
      changed,
      words.map(({ before, after }) => ({ before: after, after: before })),
    )
    if (changed === text) faults.push(finding('amendment-quote-missing', target, notHere(words)))
    else if (back !== text) faults.push(finding('amendment-not-reversible', target, mixed(words)))
    else current = put(current, path, changed)
  }
  return faults.length === 0 ? { ok: true, edition: current } : { ok: false, faults }
}

/** All pairs in one pass, the longest first, so that no new word is taken for an old one. */
function exchange(text: string, words: TermChange['words']): string {
  const afters = new Map(words.map(({ before, after }) => [before, after]))
  const quoted = [...afters.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((before) => before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${quoted.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text.replace(whole, (word) => afters.get(word) ?? word)
}

function notHere(words: TermChange['words']): string {
  return `None of these words stands here: ${words.map(({ before }) => `"${before}"`).join(', ')}`
}

function mixed(words: TermChange['words']): string {
  return `Old and new words both stand here, so this could not be undone: ${words.map(({ after }) => `"${after}"`).join(', ')}`
}

function changeMember(edition: Edition, { target, kind, value }: Insertion): Outcome {
  const member = Object.keys(value).length === 1 && 'text' in value ? value.text : value
  const cut = target.lastIndexOf('/')
  const index = Number(target.slice(cut + 1))
  // A target without its last name is a target still.
  const path = locateTarget(edition, target.slice(0, cut) as Target)
  const list = path && valueAt(edition, path)
  if (path === undefined || !Array.isArray(list)) return missing(target)
  if (kind === 'delete') {
    if (!isDeepStrictEqual(plain(list[index] ?? null), plain(member))) return differs(target)
    return { ok: true, edition: put(edition, path, list.toSpliced(index, 1)) }
  }
  if (index > list.length) return misplaced(target, `entry ${index - 1}`)
  return { ok: true, edition: put(edition, path, list.toSpliced(index, 0, member)) }
}

function changeThing(edition: Edition, change: Insertion): Outcome {
  const { target, kind, value } = change
  const slot = locateSlot(edition, target)
  const list = slot && valueAt(edition, slot.list)
  if (slot === undefined || !Array.isArray(list)) return missing(target)
  if (slot.nameOf(value) !== slot.name) return differs(target)
  const neighbour = placeOf(edition, slot, change.after)
  if (neighbour === undefined) return misplaced(target, change.after ?? '')
  if (kind === 'insert') {
    if (slot.index >= 0) return fault('amendment-target-exists', target, 'It stands there already')
    return { ok: true, edition: put(edition, slot.list, list.toSpliced(neighbour + 1, 0, value)) }
  }
  if (slot.index < 0) return missing(target)
  if (!isDeepStrictEqual(plain(list[slot.index]), plain(value))) return differs(target)
  if (slot.index !== neighbour + 1) return misplaced(target, change.after ?? 'nothing')
  return { ok: true, edition: put(edition, slot.list, list.toSpliced(slot.index, 1)) }
}

/** The index of the neighbour, -1 for "first", undefined where the neighbour is not in this list. */
function placeOf(edition: Edition, slot: Slot, after: Target | undefined): number | undefined {
  if (after === undefined) return -1
  const other = locateSlot(edition, after)
  const same = other !== undefined && isDeepStrictEqual(other.list, slot.list)
  return same && other.index >= 0 ? other.index : undefined
}

/** A copy with one value changed, sharing everything that is not on the path. */
function put(edition: Edition, path: Path, value: unknown): Edition {
  // The path was read off this edition and the value has the kind that stood there.
  return putIn(edition, path, value) as Edition
}

function putIn(held: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(held)) return held.with(Number(key), putIn(held[Number(key)], rest, value))
  const inner = putIn(valueAt(held, [key]), rest, value)
  if (held === null || typeof held !== 'object') return held
  if (inner !== undefined) return { ...held, [key]: inner }
  return Object.fromEntries(Object.entries(held).filter(([name]) => name !== key))
}

/** Absent and undefined fields are the same. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function finding(code: string, at: string, message: string): Finding {
  return { code, at, message }
}

function fault(code: string, at: string, message: string): Outcome {
  return { ok: false, faults: [finding(code, at, message)] }
}

function missingAt(target: Target): Finding {
  return finding('amendment-target-missing', target, `Nothing stands at ${target}`)
}

function missing(target: Target): Outcome {
  return { ok: false, faults: [missingAt(target)] }
}

function ambiguous(target: Target, quote: string): Outcome {
  const message = `"${quote}" stands here more than once: take in words beside it`
  return fault('amendment-quote-ambiguous', target, message)
}

function differs(target: Target): Outcome {
  return fault('amendment-value-differs', target, 'What stands here is not what the change names')
}

function misplaced(target: Target, neighbour: string): Outcome {
  return fault('amendment-place-missing', target, `It does not stand after ${neighbour}`)
}
