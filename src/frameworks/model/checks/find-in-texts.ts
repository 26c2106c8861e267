import { overlap, type TextRange } from '../../../language/text-range.ts'
import { type ReadText, readTexts } from '../find-words.ts'
import type { Severity, WordingFinding } from '../wording-finding.ts'
import type { Checked } from './check.ts'

/** What a rule finds in a text by itself. */
export interface Fault {
  readonly range: TextRange
  readonly message: string
  readonly suggestions: readonly string[]
}

export interface TextRule {
  readonly code: string
  readonly severity: Severity
  readonly requirement?: string | undefined
  /** The words of others are theirs: quotations and proper names are left alone. */
  readonly exempts: boolean
  readonly faults: (text: ReadText) => readonly Fault[]
}

export function findInTexts(
  checked: Checked,
  { code, severity, requirement, exempts, faults }: TextRule,
  reads: (text: ReadText) => boolean = () => true,
): WordingFinding[] {
  return readTexts(checked)
    .filter(reads)
    .flatMap((text) =>
      faults(text)
        .filter(({ range }) => !(exempts && text.exempt.some((one) => overlap(one, range))))
        .map((fault) => ({ code, at: text.target, severity, requirement, ...fault })),
    )
}

/** A definition may have to name what a rule warns of. */
export function isNoDefinition({ target }: ReadText): boolean {
  return !target.startsWith('glossary/')
}

/** Every place where an expression stands, as faults. */
export function faultsOf(
  text: string,
  expression: RegExp,
  fault: (found: string) => Omit<Fault, 'range'>,
): Fault[] {
  return [...text.matchAll(expression)].map(({ index, 0: found }) => ({
    range: { start: index, end: index + found.length },
    ...fault(found),
  }))
}
