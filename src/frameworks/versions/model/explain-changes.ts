/** Why each thing changed, where the amendments that led to it are known. */
import type { Amendment, Target } from '../../model/amendment.ts'
import { sectionOf } from '../../model/look-up.ts'
import type { EditionChange } from './edition-change.ts'
import { codeOf, isStatement, type Passage } from './passage.ts'

export interface ChangeReason {
  /** Of the amendment. */
  readonly id: string
  readonly why: string
  readonly requirements: readonly string[]
  /** Of the consulted document. */
  readonly page?: number | undefined
}

/** In the order of the amendments. One may have changed many things: it stands with each. */
export function explainChanges(
  changes: readonly EditionChange[],
  amendments: readonly Amendment[],
): ReadonlyMap<EditionChange, readonly ChangeReason[]> {
  const touched = amendments.map((amendment) => ({
    reason: reasonOf(amendment),
    targets: targetsOf(amendment),
    whole: amendment.change.kind === 'insert' || amendment.change.kind === 'delete',
  }))
  return new Map(
    changes.map((change) => {
      const passages = [...change.after, ...change.before]
      const reasons = touched
        .filter((one) => one.targets.some((target) => touches(target, passages, one.whole)))
        .map(({ reason }) => reason)
      return [change, reasons]
    }),
  )
}

function reasonOf({ id, reason, requirements, page }: Amendment): ChangeReason {
  return { id, why: reason, requirements, page }
}

function targetsOf({ change }: Amendment): readonly Target[] {
  return change.kind === 'term' ? change.occurrences : [change.target]
}

function touches(target: Target, passages: readonly Passage[], whole: boolean): boolean {
  return passages.some((passage) => isOf(target, passage) || (whole && isWithin(target, passage)))
}

/** `part/1/sections/why` is the part section that is also called `part/why`. */
function isOf(target: Target, passage: Passage): boolean {
  const at = target.replace(/^part\/\d+\/sections\//, 'part/')
  const base = passage.target === 'edition/title' ? 'edition' : passage.target
  return at === base || at.startsWith(`${base}/`)
}

/** A section that was put in or taken out brought its statements with it. */
function isWithin(target: Target, passage: Passage): boolean {
  return isStatement(passage) && target === `section/${sectionOf(codeOf(passage))}`
}
