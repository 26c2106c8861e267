/** What a page shows of a comparison: the changes chosen, a part of them at a time. */
import type { Edition } from '../model/framework.ts'
import { chooseChanges, countChanges } from './model/choose-changes.ts'
import type { Comparison } from './model/edition-change.ts'
import type { changesForm } from './versions-forms.ts'

/** So many stand on one page: more are slow to open on an old phone. */
const perPage = 150

export function viewComparison(
  { changes, unchanged }: Comparison,
  editions: readonly [Edition, Edition],
  { filter, page }: ReturnType<typeof changesForm>,
) {
  const found = chooseChanges(changes, filter)
  const of = page === 'all' ? 1 : Math.max(1, Math.ceil(found.length / perPage))
  const number = page === 'all' ? 1 : Math.min(page, of)
  return {
    ...{ editions, filter, total: changes.length, unchanged: unchanged.length },
    found: found.length,
    changes: page === 'all' ? found : found.slice((number - 1) * perPage, number * perPage),
    counts: { all: countChanges(changes), left: countChanges(changes, filter) },
    page: { number, of },
  }
}
