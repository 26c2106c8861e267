/** One's own hours of supervision, given and had: to read, print and download. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { cpdCsv, listCpd } from './model/cpd-record.ts'
import { RecordPage } from './pages/record-page.tsx'
import { listSessions } from './sessions-store.ts'

export function recordRoutes(app: FastifyInstance, site: Site): void {
  async function readLines(request: FastifyRequest) {
    const person = signedIn(request)
    const personId = person.id
    const sessions = await asActor(site.db, person, (db) => listSessions(db, { personId }))
    return listCpd(sessions, personId)
  }

  app.get(paths.supervisionRecord(), async (request, reply) => {
    const lines = await readLines(request)
    return sendPage(reply, <RecordPage {...ownPage(request, reply, site)} lines={lines} />)
  })

  app.get(paths.supervisionRecordCsv(), async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="supervision-hours.csv"')
      .type('text/csv; charset=utf-8')
      .send(cpdCsv(await readLines(request))),
  )
}
