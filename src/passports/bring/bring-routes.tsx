/** Bring what I have: the page with its three ways in. The others are registered from here. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { certificateRoutes } from './certificate-routes.tsx'
import { originalsRoutes } from './originals-routes.tsx'
import { listOwnOriginals } from './originals-store.ts'
import { BringPage } from './pages/bring-page.tsx'
import { receivedRoutes } from './received-routes.tsx'
import { listReceived } from './received-store.ts'
import { trainingRoutes } from './training-routes.tsx'
import { listOpenTrainingFiles } from './training-store.ts'

const doneWords: ReadonlyMap<string, string> = new Map([
  ['taken-out', 'It is taken out of your passport.'],
  ['kept', 'It is kept in your passport.'],
  ['asked', 'You asked. Now show them the original.'],
  ['ended', 'You no longer ask for it.'],
  ['file-forgotten', 'The file is forgotten.'],
])

export function bringRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  app.get(paths.bring(), async (request, reply) => {
    const person = signedIn(request)
    const holderId = person.id
    const view = await asActor(site.db, person, async (db) => ({
      received: await listReceived(db, { holderId }),
      files: await listOpenTrainingFiles(db, { holderId }),
      originals: await listOwnOriginals(db, { holderId }),
    }))
    const done = doneWords.get(textField(request.query, 'done'))
    return sendPage(reply, <BringPage {...ownPage(request, reply, site)} {...view} done={done} />)
  })

  receivedRoutes(app, site, shelf)
  trainingRoutes(app, site, shelf)
  certificateRoutes(app, site, shelf)
  originalsRoutes(app, site)
}
