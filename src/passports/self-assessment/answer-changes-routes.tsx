/** How somebody's answers in a section changed: each is kept, and only they see them. */
import type { FastifyInstance } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { linkedEditions } from '../carry-over/model/carry-over.ts'
import { ownEdition } from '../passports-edition.ts'
import { listAnswerChanges } from '../passports-store.ts'
import { AnswerChangesPage } from './pages/answer-changes-page.tsx'
import { readPlace } from './self-assess-routes.tsx'

export function answerChangesRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  app.get<{ Params: Params }>(
    '/passport/assess/:section/:level/changes',
    async (request, reply) => {
      const person = signedIn(request)
      const stored = await ownEdition(shelf, person)
      const { edition } = stored
      const { params } = request
      const view = await asActor(site.db, person, async (db) => {
        const place = await readPlace(db, { person, edition, params })
        const codes = place.statements.map(({ code }) => code)
        const whose = { holderId: person.id, editions: linkedEditions(stored) }
        return { ...place, changes: await listAnswerChanges(db, { ...whose, codes }) }
      })
      const own = ownPage(request, reply, site)
      return sendPage(reply, <AnswerChangesPage {...own} {...view} edition={edition} />)
    },
  )
}
