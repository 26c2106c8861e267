/** Tells managers, once in a while, that permissions must be looked at again. */
import type { Job } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { loneManagerLetter, reviewLetter } from './model/letters.ts'
import { reviewDays } from './model/review-grants.ts'
import {
  findLoneManager,
  listColleagueAddresses,
  listManagerAddresses,
  listOrganisationsToTell,
  takeLetter,
} from './reviews-store.ts'

/** Between two letters to the managers of one organisation, in days. */
const between = 14

export function reviewPermissions(site: Site): Work {
  return {
    queue: 'review-permissions',
    every: '40 6 * * *',
    run: async ({ actor }) => {
      const today = dayOf(site.now())
      const by = addDays(today, reviewDays)
      const due = await asActor(site.db, actor, (db) => listOrganisationsToTell(db, { today, by }))
      for (const organisation of due) {
        await tellManagers(site, actor, { ...organisation, today, by })
      }
    },
  }
}

/** A transaction each: that one organisation cannot be told leaves the others as they are. */
function tellManagers(
  site: Site,
  actor: Job,
  told: { readonly slug: string; readonly name: string; readonly due: number } & {
    readonly today: string
    readonly by: string
  },
): Promise<void> {
  const { slug, name: organisationName, due, today, by } = told
  return asActor(site.db, actor, async (db: Transaction) => {
    const since = addDays(today, -between)
    if (!(await takeLetter(db, { organisation: slug, today, since }))) return
    const page = `${site.config.baseUrl}${paths.permissionReviews(slug)}`
    const alone = await findLoneManager(db, slug)
    const letter = reviewLetter({ organisationName, due, page, alone })
    for (const to of await listManagerAddresses(db, slug)) await site.post(db, { to, ...letter })
    if (alone?.until === undefined || alone.until > by) return
    const warning = loneManagerLetter({ organisationName, until: alone.until })
    for (const to of await listColleagueAddresses(db, slug)) await site.post(db, { to, ...warning })
  })
}
