/** Puts what a person accepted in the place of the words that a check marked. */
import { applyChange } from '../../model/apply-change.ts'
import type { Edition } from '../../model/framework.ts'
import type { TextRange } from '../../model/wording-finding.ts'
import { type DraftFinding, textAt } from './findings-of.ts'

/** One suggestion of one finding, as a form names it. */
export interface Accepted {
  readonly code: string
  readonly at: string
  readonly start: number
  readonly quote: string
  readonly suggestion: string
}

export interface SuggestionsTaken {
  readonly edition: Edition
  readonly taken: readonly Accepted[]
  /** Not found any more as they were shown, or in each other's way: nothing is changed for them. */
  readonly left: readonly Accepted[]
}

interface Placed {
  readonly accepted: Accepted
  readonly at: DraftFinding['at']
  readonly range: TextRange
}

/** The last words of a text first, so that no range moves before it is used. */
export function acceptSuggestions(
  edition: Edition,
  accepted: readonly Accepted[],
  findings: readonly DraftFinding[],
): SuggestionsTaken {
  const found = new Map(accepted.map((one) => [one, placeOf(findings, one)]))
  const ordered = [...found.values()]
    .filter((one) => one !== undefined)
    .toSorted((one, other) => other.range.start - one.range.start)
  const taken = new Set<Accepted>()
  const reached = new Map<string, number>()
  let current = edition
  for (const one of ordered) {
    if (one.range.end > (reached.get(one.at) ?? Number.POSITIVE_INFINITY)) continue
    const changed = replaceRange(current, one)
    if (changed === undefined) continue
    current = changed
    reached.set(one.at, one.range.start)
    taken.add(one.accepted)
  }
  return {
    edition: current,
    taken: accepted.filter((one) => taken.has(one)),
    left: accepted.filter((one) => !taken.has(one)),
  }
}

function placeOf(findings: readonly DraftFinding[], accepted: Accepted): Placed | undefined {
  const finding = findings.find(
    ({ code, at, range, quote, suggestions }) =>
      code === accepted.code &&
      at === accepted.at &&
      range?.start === accepted.start &&
      quote === accepted.quote &&
      suggestions.includes(accepted.suggestion),
  )
  if (finding?.range === undefined) return undefined
  return { accepted, at: finding.at, range: finding.range }
}

function replaceRange(edition: Edition, { at, range, accepted }: Placed): Edition | undefined {
  const before = textAt(edition, at)
  if (before?.slice(range.start, range.end) !== accepted.quote) return undefined
  const after = exchange(before, range, accepted.suggestion)
  const outcome = applyChange(edition, { kind: 'set', target: at, before, after })
  return outcome.ok ? outcome.edition : undefined
}

export function exchange(text: string, { start, end }: TextRange, words: string): string {
  return `${text.slice(0, start)}${words}${text.slice(end)}`
}
