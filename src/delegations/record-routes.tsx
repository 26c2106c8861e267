/** A worker's own record of tasks: a page, and a file to take along. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { dayOf } from '../language/days.ts'
import { writeCsv } from '../organisations/invitations/model/write-csv.ts'
import { paths } from '../paths.ts'
import { ownPage } from '../web/own-page.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { listDelegationsTo, listGone, listSteps } from './delegations-store.ts'
import { rowsOfRecord } from './model/own-record.ts'
import { recordWords } from './pages/delegation-words.ts'
import { RecordPage } from './pages/record-page.tsx'

export function recordRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.delegationRecord(), async (request, reply) => {
    const person = signedIn(request)
    const rows = await asActor(db, person, (db) => readRows(db, person, dayOf(now())))
    return sendPage(reply, <RecordPage {...ownPage(request, reply, site)} rows={rows} />)
  })

  app.get(paths.delegationRecordFile(), async (request, reply) => {
    const person = signedIn(request)
    const rows = await asActor(db, person, async (db) => {
      await recordEvent(db, person, 'record.downloaded', `person:${person.id}`)
      return readRows(db, person, dayOf(now()))
    })
    const { head, cells } = recordWords(rows)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="my-tasks.csv"')
      .type('text/csv; charset=utf-8')
      .send(writeCsv([head, ...cells]))
  })
}

async function readRows(db: Transaction, { id }: Person, today: string) {
  const asked = await listDelegationsTo(db, { workerId: id })
  const delegationIds = asked.map((one) => one.id)
  const [steps, left] = await Promise.all([
    listSteps(db, { delegationIds }),
    listGone(db, { delegationIds }),
  ])
  return rowsOfRecord(asked, steps, { today, left })
}
