/** A change to somebody's way in is told at every address of theirs but the one it was made with. */
import type { Transaction } from '../../database/database.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { listAddresses } from './addresses-store.ts'
import { stillReaches } from './model/email-address.ts'
import { type AccountChange, accountChangedLetter } from './model/letters.ts'

export interface ToldChange {
  readonly personId: string
  readonly change: AccountChange
  readonly device: string
  /** The address by which it was shown that it is them, or that was just added or removed. */
  readonly except?: string | undefined
}

/** As the person, or as `signInJob`. */
export async function tellOthers(
  db: Transaction,
  { post, config, now }: Site,
  { personId, change, device, except }: ToldChange,
): Promise<void> {
  const at = now()
  const site = `${config.baseUrl}${paths.account()}`
  const words = accountChangedLetter({ change, site, occasion: { device, at } })
  const today = dayOf(at)
  for (const known of await listAddresses(db, { personId })) {
    if (known.address !== except && stillReaches(known, today)) {
      await post(db, { to: known.address, ...words })
    }
  }
}
