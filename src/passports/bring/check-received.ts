/** Every night each credential from elsewhere is looked at again: what was withdrawn shows by morning. */
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Work } from '../../jobs/jobs.ts'
import type { Site } from '../../web/site.ts'
import { lookAt } from './look-at-credential.ts'
import { keepLook } from './receive-credentials.ts'
import { listDueReceived } from './received-store.ts'

const batch = 20
const hour = 3_600_000

export function checkReceived(site: Site, shelf: EditionShelf): Work {
  return {
    queue: 'check-received',
    every: '10 3 * * *',
    run: async ({ actor }) => {
      const before = new Date(site.now().getTime() - 12 * hour)
      for (;;) {
        const due = await asActor(site.db, actor, (db) =>
          listDueReceived(db, { before, most: batch }),
        )
        // Side by side: an issuer that does not answer keeps the others waiting for seconds only.
        await Promise.all(
          due.map(async ({ holderId, ...received }) => {
            const { madeOutTo } = received.check
            const check = await lookAt({ site, shelf }, received.document, madeOutTo)
            await asActor(site.db, actor, (db) =>
              keepLook(db, actor, { received, holderId, check }),
            )
          }),
        )
        if (due.length < batch) return
      }
    },
  }
}
