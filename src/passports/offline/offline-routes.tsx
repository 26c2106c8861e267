/** The passport on somebody's own phone, for when there is no signal. */
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { VNode } from 'preact'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { paths } from '../../paths.ts'
import { builtAsset } from '../../ui/asset-address.ts'
import { ownPage } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { ownEdition } from '../passports-edition.ts'
import { keepOnPhone, refuseSharedComputer } from './keep-on-phone.ts'
import { CopyPage } from './pages/copy-page.tsx'
import { OfflinePage } from './pages/offline-page.tsx'
import { readCopy, readWordings } from './read-copy.ts'

export interface OfflineCallbacks {
  /** What other features put beside the passport on its holder's own phone. */
  readonly readAlong: (person: Person) => Promise<VNode>
}

export function offlineRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  { readAlong }: OfflineCallbacks,
): void {
  const { db, config, now } = site

  app.get(paths.offline(), async (request, reply) => {
    signedIn(request)
    return sendPage(reply, <OfflinePage {...ownPage(request, reply, site)} />)
  })

  app.post(paths.offline(), async (request, reply) => {
    const person = signedIn(request)
    await keepOnPhone(db, person)
    if (!wantsJson(request)) return reply.redirect(paths.offline(), 303)
    return reply.header('cache-control', 'no-store').send({ person: person.id })
  })

  app.get(paths.offlineCopy(), async (request, reply) => {
    const person = signedIn(request)
    refuseSharedComputer(person)
    const at = now()
    const stored = await ownEdition(shelf, person)
    const { signings, shares, sessionEndsAt, ...copy } = await asActor(db, person, (db) =>
      readCopy(db, { person, stored, now: at }),
    )
    reply
      .header('lanyard-person', person.id)
      .header('lanyard-session-ends-in', sessionEndsAt.getTime() - at.getTime())
      .header('lanyard-shares', shares.join(' '))
    const withAnswers = textField(request.query, 'answers') === 'yes'
    const held = await readWordings(shelf, signings)
    const along = await readAlong(person)
    const view = {
      ...copy,
      along,
      held,
      withAnswers,
      at,
      name: person.name,
      edition: stored.edition,
    }
    return sendPage(reply, <CopyPage {...view} demo={config.demo} />)
  })

  // Of this address alone: it may answer for the passport, and for no other page.
  app.get(paths.serviceWorker(), { config: { public: true } }, async (_, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', paths.passport())
      .type('text/javascript; charset=utf-8')
      .send(await readFile(builtAsset('service-worker.js'))),
  )
}
