/** A comparison as machines read it. */

import type { EditionChange } from './edition-change.ts'
import type { ChangeReason } from './explain-changes.ts'
import { markWords } from './mark-words.ts'
import type { Passage } from './passage.ts'

export function showChange(change: EditionChange, reasons: readonly ChangeReason[] = []) {
  const { kind, before, after, differences } = change
  return {
    kind,
    suggested: kind === 'split' || kind === 'merged' ? true : undefined,
    before: before.map(showPassage),
    after: after.map(showPassage),
    differences: differences.map((difference) => ({
      ...difference,
      marks: markWords(difference.before, difference.after),
    })),
    reasons: reasons.length === 0 ? undefined : reasons,
  }
}

function showPassage({ target, area, name, level, capability, texts, details }: Passage) {
  return { target, area, name, level, capability, texts, details }
}
