import { type Target, targetSlug } from '../../model/amendment.ts'
import { applyChange } from '../../model/apply-change.ts'
import type { Edition } from '../../model/framework.ts'
import { locateTarget, valueAt } from '../../model/locate-target.ts'
import type { AppliedTermChange, ChangedText, DecidedOccurrence } from './occurrence.ts'
import { withEntry } from './set-entry.ts'

/**
 * Each text that holds a word to change is set as a whole (`FieldChange`). An amendment's TermChange
 * takes every word of a text, in the case that it is written in; here a person decides word by word,
 * and capitals are kept.
 */
export function applyTermChange(
  edition: Edition,
  { words, occurrences, entries }: Omit<AppliedTermChange, 'texts'>,
): { readonly edition: Edition; readonly applied: AppliedTermChange } {
  const texts = changedTexts(edition, occurrences)
  const renamed = namesAfterwards(texts)
  let current = edition
  for (const { target, before, after } of inOrder(texts)) {
    const set = applyChange(current, { kind: 'set', target, before, after })
    // The texts were read off this edition.
    if (!set.ok) throw new Error(`no such text: ${target}`)
    current = set.edition
  }
  for (const entry of entries) current = withEntry(current, entry)
  const kept = texts.map((text) => ({ ...text, target: renamedTarget(text.target, renamed) }))
  return { edition: current, applied: { words, occurrences, texts: kept, entries } }
}

function changedTexts(
  edition: Edition,
  occurrences: readonly DecidedOccurrence[],
): readonly ChangedText[] {
  const changed = occurrences.filter(({ decision }) => decision === 'changed')
  return [...Map.groupBy(changed, ({ target }) => target)].map(([target, found]) => {
    const path = locateTarget(edition, target)
    const before = path && valueAt(edition, path)
    if (typeof before !== 'string') throw new Error(`no such text: ${target}`)
    return { target, before, after: withWords(before, found) }
  })
}

/** From the end, so that the places before keep their offsets. */
function withWords(text: string, occurrences: readonly DecidedOccurrence[]): string {
  return occurrences
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (held, { start, before, after }) =>
        held.slice(0, start) + after + held.slice(start + before.length),
      text,
    )
}

/** What names a glossary entry comes last: until then its other texts are found by the old name. */
export function inOrder(texts: readonly ChangedText[]): ChangedText[] {
  return [
    ...texts.filter(({ target }) => !isHeadword(target)),
    ...texts.filter(({ target }) => isHeadword(target)),
  ]
}

export function isHeadword(target: Target): boolean {
  return /^glossary\/[^/]+\/term$/.test(target)
}

function namesAfterwards(texts: readonly ChangedText[]): ReadonlyMap<string, string> {
  return new Map(
    texts
      .filter(({ target }) => isHeadword(target))
      .map(({ before, after }) => [targetSlug(before), targetSlug(after)]),
  )
}

function renamedTarget(target: Target, renamed: ReadonlyMap<string, string>): Target {
  const [kind, name = '', ...rest] = target.split('/')
  const now = kind === 'glossary' ? renamed.get(name) : undefined
  return now === undefined ? target : `glossary/${[now, ...rest].join('/')}`
}
