/** Before a work address ends, whoever could be shut out by it is asked for a way of their own. */
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { type EndingAddress, takeEndingAddresses } from './addresses-store.ts'
import { workAddressEndsLetter } from './model/letters.ts'
import { hasOwnWayIn } from './own-way-in.ts'

const daysBefore = 60

export function remindOfWorkAddresses(site: Site): Work {
  return {
    queue: 'remind-of-work-address',
    every: '15 8 * * *',
    run: ({ actor }) =>
      asActor(site.db, actor, async (db) => {
        const now = site.now()
        const today = dayOf(now)
        const until = addDays(today, daysBefore)
        const ending = await takeEndingAddresses(db, { today, until, now })
        for (const address of ending) await remind(db, site, address)
      }),
  }
}

async function remind(
  db: Transaction,
  { post, config }: Site,
  { personId, address, endsOn }: EndingAddress,
): Promise<void> {
  if (await hasOwnWayIn(db, { personId })) return
  const site = `${config.baseUrl}${paths.account()}`
  await post(db, { to: address, ...workAddressEndsLetter({ endsOn, site }) })
}
