/** The other side is told that something waits for them: no details, and never by the one who did it. */
import { z } from 'zod'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import {
  type SupervisionNews,
  supervisionLetter,
  supervisionNews,
} from './model/supervision-letter.ts'
import { findSupervisionAddress } from './supervising-store.ts'

const told = z.object({
  personId: z.uuid(),
  news: z.enum(supervisionNews),
  /** Of which page, by kind and id. */
  page: z.enum(['list', 'supervising', 'session', 'appraisal']),
  id: z.uuid().optional(),
})
type Told = z.infer<typeof told>

/** In the change's own transaction. */
export async function tellOfSupervision(
  db: Transaction,
  { jobs }: Pick<Site, 'jobs'>,
  actor: Person,
  { personId, ...of }: Omit<Told, 'news'> & { readonly news: SupervisionNews },
): Promise<void> {
  if (personId !== actor.id) await jobs.send(db, 'tell-of-supervision', { personId, ...of })
}

export function tellsOfSupervision(site: Site): Work {
  return {
    queue: 'tell-of-supervision',
    run: async ({ actor, details }) => {
      const of = told.parse(details)
      await asActor(site.db, actor, async (db) => {
        const to = await findSupervisionAddress(db, { personId: of.personId })
        if (to === undefined) return
        const page = `${site.config.baseUrl}${pageOf(of)}`
        await site.post(db, { to, ...supervisionLetter(of.news, page) })
      })
    },
  }
}

function pageOf({ page, id }: Told): string {
  if (id === undefined) return paths.supervision()
  switch (page) {
    case 'supervising':
      return paths.supervising(id)
    case 'session':
      return paths.supervisionSession(id)
    case 'appraisal':
      return paths.appraisal(id)
    case 'list':
      return paths.supervision()
  }
}
