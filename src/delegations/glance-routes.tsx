/** At a glance: what one worker does for me now, and what is signed for it. */
import type { FastifyInstance } from 'fastify'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { paths } from '../paths.ts'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { GlancePage, GlancesPage } from './pages/glance-page.tsx'
import { readGlances } from './read-glance.ts'

export function glanceRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.delegationGlance(), async (request, reply) => {
    const person = signedIn(request)
    const at = now()
    const glances = await readGlances(db, shelf, { person, today: dayOf(at) })
    const own = ownPage(request, reply, site)
    return sendPage(reply, <GlancesPage {...own} {...{ glances, at }} />)
  })

  app.get<{ Params: Params }>('/delegations/glance/:worker', async (request, reply) => {
    const person = signedIn(request)
    const workerId = idOf(request.params.worker)
    const at = now()
    const [glance] = await readGlances(db, shelf, { person, today: dayOf(at), workerId })
    if (glance === undefined) throw new NotFound(`nothing delegated to ${workerId}`)
    const own = ownPage(request, reply, site)
    return sendPage(reply, <GlancePage {...own} {...{ glance, at }} />)
  })
}
