/** What of a difference is worth showing, marked. */
import type { Difference } from './edition-change.ts'
import { type MarkedWords, markWords } from './mark-words.ts'

/** Lines that stand in both are left out: nobody looks for one word in a page. */
export function markDifference(difference: Difference): readonly MarkedWords[] {
  const { before, after } = changedLines(difference)
  if (!difference.isList) return markWords(before, after)
  const whole: MarkedWords[] = [
    { mark: 'taken-out', text: before },
    { mark: 'added', text: after },
  ]
  return whole.filter(({ text }) => text !== '')
}

function changedLines({ before, after }: Difference): { before: string; after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const changed = {
    before: old.filter((line) => !now.includes(line)).join('\n'),
    after: now.filter((line) => !old.includes(line)).join('\n'),
  }
  // The same lines in another order.
  return changed.before === '' && changed.after === '' ? { before, after } : changed
}
