/** A letter before something is due for review, and one when the day has passed. Each once. */
import { asActor } from '../../database/as-actor.ts'
import type { Work } from '../../jobs/jobs.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { reviewLetter } from './model/review-letter.ts'
import { takeReviewReminders } from './renewals-store.ts'

export function remindOfReviews(site: Site): Work {
  return {
    queue: 'remind-of-reviews',
    every: '10 7 * * *',
    run: ({ actor }) =>
      asActor(site.db, actor, async (db) => {
        const page = `${site.config.baseUrl}${paths.renewals()}`
        for (const { address: to, ...due } of await takeReviewReminders(db, dayOf(site.now()))) {
          await site.post(db, { to, ...reviewLetter(due, page) })
        }
      }),
  }
}
