/** Nobody shuts themselves out: the last way in stays. */
import type { Transaction } from '../database/database.ts'
import { Conflict } from '../errors.ts'
import { countWaysIn, lockWaysIn } from './ways-in-store.ts'

/** Takes one way in away by `remove`, and throws Conflict, which undoes it, where it was the last. */
export async function keepAWayIn(
  db: Transaction,
  person: { readonly personId: string; readonly providers: readonly string[] },
  remove: () => Promise<void>,
): Promise<void> {
  await lockWaysIn(db, person)
  await remove()
  if ((await countWaysIn(db, person)) > 0) return
  throw new Conflict(
    'This is your only way to sign in, so it was not removed. Add another way first, then come back and remove it.',
  )
}
