import type { Target } from '../../model/amendment.ts'
import { targetSlug } from '../../model/amendment.ts'
import { applyChange } from '../../model/apply-change.ts'
import type { Edition } from '../../model/framework.ts'
import { locateTarget, valueAt } from '../../model/locate-target.ts'
import { inOrder, isHeadword } from './apply-term-change.ts'
import type { AppliedTermChange, ChangedText, DecidedOccurrence, LeftBehind } from './occurrence.ts'
import { entryTarget, withoutEntry } from './set-entry.ts'

/** What it changed, put back where those words still stand; what somebody edited since stays as it is. */
export function undoTermChange(
  edition: Edition,
  { texts, entries, occurrences }: AppliedTermChange,
): { readonly edition: Edition; readonly left: readonly LeftBehind[] } {
  const left: LeftBehind[] = []
  let current = edition
  for (const entry of entries.toReversed()) {
    const without = withoutEntry(current, entry)
    if (without === undefined) left.push({ target: entryTarget(entry), words: 'The entry itself' })
    else current = without
  }
  for (const text of inOrder(texts)) {
    const back = putBack(current, text, changesOf(text, texts, occurrences))
    current = back.edition
    left.push(...back.left)
  }
  return { edition: current, left }
}

/** The words that a text holds since, with the offset at which each stands in it. */
interface Placed {
  readonly at: number
  readonly before: string
  readonly after: string
}

function changesOf(
  { target, before }: ChangedText,
  texts: readonly ChangedText[],
  occurrences: readonly DecidedOccurrence[],
): Placed[] {
  const named = nameBefore(target, texts)
  let grown = 0
  return occurrences
    .filter(({ target, decision }) => target === named && decision === 'changed')
    .filter((found) => before.startsWith(found.before, found.start))
    .toSorted((one, other) => one.start - other.start)
    .map((found) => {
      const at = found.start + grown
      grown += found.after.length - found.before.length
      return { at, before: found.before, after: found.after }
    })
}

/** The target before a glossary entry was renamed. */
function nameBefore(target: Target, texts: readonly ChangedText[]): Target {
  const [kind, name = '', ...rest] = target.split('/')
  if (kind !== 'glossary') return target
  const headword = texts.find((text) => isHeadword(text.target) && targetSlug(text.after) === name)
  return headword === undefined
    ? target
    : `glossary/${[targetSlug(headword.before), ...rest].join('/')}`
}

function putBack(
  edition: Edition,
  { target, before, after }: ChangedText,
  changes: readonly Placed[],
) {
  const path = locateTarget(edition, target)
  const held = path && valueAt(edition, path)
  if (typeof held !== 'string') return { edition, left: changes.map(leftAt(target)) }
  const left: LeftBehind[] = []
  let text = held === after ? before : held
  if (held !== after) {
    for (const change of changes.toReversed()) {
      const mended = withWordsBack(text, after, change)
      if (mended === undefined) left.unshift(leftAt(target)(change))
      else text = mended
    }
  }
  if (text === held) return { edition, left }
  const set = applyChange(edition, { kind: 'set', target, before: held, after: text })
  return set.ok ? { edition: set.edition, left } : { edition, left: changes.map(leftAt(target)) }
}

function leftAt(target: Target): (change: Placed) => LeftBehind {
  return ({ after }) => ({ target, words: after })
}

/** Where the same words stand once between the same neighbours, the nearest ones at least. */
function withWordsBack(
  held: string,
  was: string,
  { at, before, after }: Placed,
): string | undefined {
  for (const around of [40, 16]) {
    const left = was.slice(Math.max(0, at - around), at)
    const right = was.slice(at + after.length, at + after.length + around)
    for (const [one, other] of [
      [left, right],
      [left, ''],
      ['', right],
    ] as const) {
      if (one.length + other.length < Math.min(around, was.length - after.length)) continue
      const found = held.indexOf(one + after + other)
      if (found >= 0 && held.indexOf(one + after + other, found + 1) < 0) {
        const start = found + one.length
        return held.slice(0, start) + before + held.slice(start + after.length)
      }
    }
  }
  return undefined
}
