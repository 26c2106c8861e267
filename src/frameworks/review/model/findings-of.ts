/** Every finding of an edition, of its shape and of its wording: the one place that asks the checks. */
import type { Finding } from '../../../finding.ts'
import { checkEdition } from '../../model/check-edition.ts'
import { checkWording } from '../../model/check-wording.ts'
import type { Edition } from '../../model/framework.ts'
import type { Language } from '../../model/language.ts'
import { locateTarget, valueAt } from '../../model/locate-target.ts'
import type { WordingFinding } from '../../model/wording-finding.ts'

export interface DraftFinding extends WordingFinding {
  /** A fault of shape is mended: no edition can stand with it. */
  readonly waivable: boolean
  /** The words in its range, by which a waiver and a suggestion know it again. */
  readonly quote: string
}

export function findingsOf(edition: Edition, language: Language): DraftFinding[] {
  return [
    ...checkEdition(edition).map((finding) => placed(edition, finding, false)),
    ...checkWording(edition, language).map((finding) => placed(edition, finding, true)),
  ]
}

/** Checks of shape do not say how grave they are: all of it blocks publication. */
type AnyFinding = Finding & Partial<Omit<WordingFinding, 'at'>>

function placed(edition: Edition, finding: AnyFinding, waivable: boolean): DraftFinding {
  const { severity = 'must', suggestions = [] } = finding
  // Every check names its place by a target.
  const at = finding.at as WordingFinding['at']
  return {
    ...{ ...finding, at, severity, suggestions, waivable },
    quote: quoteOf(edition, { at, range: finding.range }),
  }
}

/** Empty where the finding is about the whole of what stands at its target. */
function quoteOf(edition: Edition, { at, range }: Pick<WordingFinding, 'at' | 'range'>): string {
  return range === undefined ? '' : (textAt(edition, at)?.slice(range.start, range.end) ?? '')
}

export function textAt(edition: Edition, at: WordingFinding['at']): string | undefined {
  const path = locateTarget(edition, at)
  const text = path && valueAt(edition, path)
  return typeof text === 'string' ? text : undefined
}
