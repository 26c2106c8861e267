/** What a worker can choose from to show: their own entries, but not those for themselves alone, and sign-offs. */
import type { Transaction } from '../../database/database.ts'
import type { StoredEdition } from '../../frameworks/frameworks-store.ts'
import { listEntries } from '../../passports/entries/entries-store.ts'
import { nameSigning } from '../../passports/model/name-signing.ts'
import { isPaused } from '../../passports/model/pause.ts'
import { standingSignOffs } from '../../passports/model/signing.ts'
import { listSigningsFor } from '../../passports/sign-offs/signings-store.ts'
import type { Shown } from './model/appraisal.ts'

const mostOfEach = 10

export async function offerShown(
  db: Transaction,
  {
    holderId,
    stored,
    today,
  }: { readonly holderId: string; readonly stored: StoredEdition; readonly today: string },
): Promise<Shown[]> {
  const signings = await listSigningsFor(db, { holderId })
  const entries = await listEntries(db, { holderId })
  return [
    ...signings
      .filter((one) => standingSignOffs(one).length > 0 && !isPaused(one, today))
      .slice(0, mostOfEach)
      .map((one) => ({
        key: `signing:${one.id}`,
        words: `Signed off: ${nameSigning(stored.edition, one)}`,
      })),
    ...entries
      .filter((one) => !one.private)
      .slice(0, mostOfEach)
      .map(({ id, title }) => ({ key: `entry:${id}`, words: title })),
  ]
}
