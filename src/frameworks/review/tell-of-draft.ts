/** Whoever works on a draft is told that something waits for them: no details. */
import { z } from 'zod'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { draftLetter, draftNews } from './model/draft-letters.ts'
import { findAddressForDraft } from './people-store.ts'

const told = z.object({ draft: z.uuid(), personId: z.uuid(), news: z.enum(draftNews) })

/** In the change's own transaction. */
export async function tellOfDraft(
  db: Transaction,
  { jobs }: Pick<Site, 'jobs'>,
  details: z.infer<typeof told>,
): Promise<void> {
  await jobs.send(db, 'tell-of-draft', details)
}

export function tellsOfDrafts(site: Site): Work {
  return {
    queue: 'tell-of-draft',
    run: async ({ actor, details }) => {
      const { draft, personId, news } = told.parse(details)
      await asActor(site.db, actor, async (db) => {
        const to = await findAddressForDraft(db, { draft, personId })
        if (to === undefined) return
        const page = news === 'published' ? paths.draftPublish(draft) : paths.draftReview(draft)
        await site.post(db, { to, ...draftLetter(news, `${site.config.baseUrl}${page}`) })
      })
    },
  }
}
