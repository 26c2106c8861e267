/** Sign-offs that somebody is to look at again. */
import type { DueDates } from '../../due-date.ts'
import { listSuccessions } from '../../frameworks/versions/successions-store.ts'
import { paths } from '../../paths.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { listReviewsFrom } from './model/list-renewals.ts'
import { countReviewsDue } from './renewals-store.ts'

const kind = ['sign-off to look at again', 'sign-offs to look at again'] as const

export const renewalsDue: DueDates = {
  listOwn: async (db, { personId, from }) => {
    const [signings, successions] = await Promise.all([
      listSigningsFor(db, { holderId: personId }),
      listSuccessions(db),
    ])
    return listReviewsFrom(signings, successions, from).map(({ signing: { id, section }, on }) => ({
      ...{ id: `signing-${id}`, on, path: paths.renewals() },
      words: `Sign-off for ${section} to look at again`,
    }))
  },
  countDue: async (db, days) => (await countReviewsDue(db, days)).map((one) => ({ ...one, kind })),
}
