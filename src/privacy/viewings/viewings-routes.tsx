/** Who looked at my record, and when. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { kindOf, periodInWords, type RetentionKind } from '../retention/model/retention.ts'
import { WhoLookedPage } from './pages/who-looked-page.tsx'
import { listViewings } from './viewings-page-store.ts'

const onOnePage = 50

export function viewingsRoutes(
  app: FastifyInstance,
  site: Site,
  kinds: readonly RetentionKind[],
): void {
  const kept = periodInWords(kindOf(kinds, 'viewing'))

  app.get<{ Querystring: { page?: string } }>(paths.whoLooked(), async (request, reply) => {
    const { id: holderId } = signedIn(request)
    const page = pageOf(request.query.page)
    const wanted = { holderId, skip: (page - 1) * onOnePage, limit: onOnePage + 1 }
    const found = await asActor(site.db, signedIn(request), (db) => listViewings(db, wanted))
    const seen = found.slice(0, onOnePage)
    const view = { seen, page, more: found.length > onOnePage, kept }
    return sendPage(reply, <WhoLookedPage {...ownPage(request, reply, site)} {...view} />)
  })
}

/** The first page for whatever is no number of a page. */
function pageOf(written: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(written ?? '') ? Number(written) : 1
}
