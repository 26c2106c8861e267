/** Of two texts of many lines, those that are not in both: nobody looks for one word in a page. */
export function changedLines(before: string, after: string): { before: string; after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const changed = {
    before: old.filter((line) => !now.includes(line)).join('\n'),
    after: now.filter((line) => !old.includes(line)).join('\n'),
  }
  // The same lines in another order.
  return changed.before === '' && changed.after === '' ? { before, after } : changed
}
