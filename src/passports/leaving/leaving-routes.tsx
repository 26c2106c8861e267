/** The leaving pack: what is in it, and one button. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { listCredentials } from '../../credentials/credentials-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { paths } from '../../paths.ts'
import type { ReadRecordFiles } from '../../personal-record.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { linkDays, packPassport } from './leaving-actions.ts'
import { leavingForm } from './leaving-forms.ts'
import { LeavingPage } from './pages/leaving-page.tsx'

/** Given by app.ts, because passports know nothing of what other features keep about a person. */
export interface LeavingCallbacks {
  readonly readRecordFiles: ReadRecordFiles
}

export function leavingRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  { readRecordFiles }: LeavingCallbacks,
): void {
  app.get(paths.leavingPack(), async (request, reply) => {
    const person = signedIn(request)
    const holder = { holderId: person.id }
    const held = await asActor(site.db, person, (db) => listCredentials(db, holder))
    const view = { credentials: held.length, linkDays, shareId: randomUUID() }
    return sendPage(reply, <LeavingPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post(paths.leavingPack(), async (request, reply) => {
    const person = signedIn(request)
    requireStepUp(request, site.now(), { act: 'own-account', page: paths.leavingPack() })
    const pack = await packPassport(
      { site, shelf, readRecordFiles },
      person,
      leavingForm(request.body),
    )
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="lanyard-leaving-pack.zip"')
      .type('application/zip')
      .send(pack)
  })
}
