/** The copy of everything that is kept about me. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { kindOf, periodInWords } from '../retention/model/retention.ts'
import { askForCopy, type Copying, openCopy } from './export-actions.ts'
import { findCopy } from './export-store.ts'
import { ExportPage } from './pages/export-page.tsx'

export function exportRoutes(app: FastifyInstance, copying: Copying): void {
  const { site, kinds } = copying
  const kept = periodInWords(kindOf(kinds, 'export-copy'))

  app.get(paths.exportRecord(), async (request, reply) => {
    const person = signedIn(request)
    const copy = await asActor(site.db, person, (db) => findCopy(db, { personId: person.id }))
    return sendPage(reply, <ExportPage {...ownPage(request, reply, site)} {...{ copy, kept }} />)
  })

  app.post(paths.exportRecord(), async (request, reply) => {
    requireStepUp(request, site.now(), { act: 'own-account', page: paths.exportRecord() })
    await askForCopy(copying, signedIn(request))
    return reply.redirect(paths.exportRecord(), 303)
  })

  app.get<{ Params: Params }>('/account/export/:copy', async (request, reply) => {
    const person = signedIn(request)
    requireStepUp(request, site.now(), { act: 'own-account', page: paths.exportRecord() })
    const file = await openCopy(site, person, idOf(request.params.copy))
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="lanyard-my-record.zip"')
      .type('application/zip')
      .send(file)
  })
}
