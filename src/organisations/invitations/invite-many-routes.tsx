/** A file of people: upload, look at every row, invite, watch, print what has to be printed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { listOpenTeams, type ManagersRequest, managerOf } from '../memberships/managing.ts'
import { getEmployer } from '../memberships/people-store.ts'
import { countToPrint, getBatch } from './batches-store.ts'
import { printNext } from './invitations-actions/follow-up.ts'
import { judgeBatch, keepFile, startBatch } from './invitations-actions/invite-many.ts'
import { uploadForm } from './invitations-forms.ts'
import { type Batch, batchState } from './model/batch.ts'
import { isInvited, type JudgedRow, type RowOutcome, rowOutcomes } from './model/judge-rows.ts'
import { columns, columnTitles, templateRows } from './model/people-file.ts'
import { writeCsv } from './model/write-csv.ts'
import { BatchPreviewPage, outcomeWords } from './pages/batch-page.tsx'
import { BatchFinishedPage, BatchSendingPage } from './pages/batch-progress-page.tsx'
import { InviteManyPage } from './pages/invite-many-page.tsx'
import { PrintedCodesPage } from './pages/printed-codes-page.tsx'

const pageLength = 100

export function inviteManyRoutes(app: FastifyInstance, site: Site): void {
  const { db, now, config } = site

  app.get<{ Params: Params }>('/orgs/:slug/people/invite-many', (request, reply) =>
    sendUpload(request, reply, { pasted: '' }),
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invite-many',
    { config: { upload: true, limit: { most: 30, minutes: 10 } } },
    async (request, reply) => {
      const { person, organisation } = managerOf(request)
      const form = uploadForm(request.body)
      if (!form.ok) return sendUpload(request, reply, form)
      const id = await keepFile(site, person, { organisation, rows: form.people.rows })
      return reply.redirect(paths.inviteBatch(organisation, id), 303)
    },
  )

  async function sendUpload(
    request: ManagersRequest,
    reply: FastifyReply,
    {
      pasted,
      errors,
    }: {
      readonly pasted: string
      readonly errors?: readonly { readonly field: string; readonly message: string }[]
    },
  ) {
    const { person, organisation } = managerOf(request)
    const view = await asActor(db, person, async (db) => ({
      employer: await getEmployer(db, organisation),
      teams: await listOpenTeams(db, { organisation, today: dayOf(now()) }),
    }))
    const page = { ...view, pasted, errors }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <InviteManyPage {...own} {...page} />, errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>('/orgs/:slug/people/invite-many/template.csv', (request, reply) => {
    managerOf(request)
    return sendCsv(reply, 'people-to-invite.csv', templateRows)
  })

  app.get<{ Params: Params }>('/orgs/:slug/people/invite-many/:batch', async (request, reply) => {
    const found = await readBatch(request)
    const own = ownPage(request, reply, site)
    const { batch, employer, toPrint } = found
    switch (batchState(batch)) {
      case 'sending':
        return sendPage(reply, <BatchSendingPage {...own} {...{ batch, employer, toPrint }} />)
      case 'finished':
        return sendPage(reply, <BatchFinishedPage {...own} {...{ batch, employer, toPrint }} />)
      case 'forgotten':
        return reply.redirect(paths.inviteMany(employer.slug), 303)
      case 'draft': {
        const page = { batch, employer, ...pageOf(found.judged, request.query) }
        return sendPage(reply, <BatchPreviewPage {...own} {...page} />)
      }
    }
  })

  app.get<{ Params: Params }>(
    '/orgs/:slug/people/invite-many/:batch/not-invited.csv',
    async (request, reply) => {
      const { judged } = await readBatch(request)
      const head = [...columns.map((column) => columnTitles[column]), 'What to do']
      const rows = judged.filter((one) => !isInvited(one)).map(csvRow)
      return sendCsv(reply, 'not-invited.csv', [head, ...rows])
    },
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invite-many/:batch/invite',
    async (request, reply) => {
      const { person, ...wanted } = batchOf(request)
      await startBatch(site, person, wanted)
      return reply.redirect(paths.inviteBatch(wanted.organisation, wanted.id), 303)
    },
  )

  // Answered with the page itself: the codes are kept nowhere that another request could read.
  app.post<{ Params: Params }>(
    '/orgs/:slug/people/invite-many/:batch/print',
    async (request, reply) => {
      const { person, organisation, id } = batchOf(request)
      const printed = await printNext(site, person, { batchId: id, organisation })
      const { employer, toPrint } = await readBatch(request)
      if (printed.length === 0) return reply.redirect(paths.inviteBatch(organisation, id), 303)
      const back = {
        href: paths.inviteBatch(organisation, id),
        text: 'I have them on paper: go back',
      }
      const page = { employer, printed, site: config.baseUrl, back, left: toPrint }
      return sendPage(reply, <PrintedCodesPage {...ownPage(request, reply, site)} {...page} />)
    },
  )

  function readBatch(request: ManagersRequest) {
    const { person, organisation, id } = batchOf(request)
    return asActor(db, person, async (db) => {
      const batch = await getBatch(db, { id, organisation })
      const rows = batchState(batch) === 'draft' ? (batch.rows ?? []) : []
      return {
        batch: withoutRows(batch),
        employer: await getEmployer(db, organisation),
        judged: rows.length === 0 ? [] : await judgeBatch(db, now(), { organisation, rows }),
        toPrint: await countToPrint(db, { batchId: id, organisation }),
      }
    })
  }
}

/** Pages need to know of the rows only that there are some. */
function withoutRows(batch: Batch): Batch {
  return { ...batch, rows: batch.rows === undefined ? undefined : [] }
}

function batchOf(request: ManagersRequest) {
  return { ...managerOf(request), id: idOf(request.params.batch) }
}

function pageOf(judged: readonly JudgedRow[], query: unknown) {
  const show = rowOutcomes.find((one) => one === textField(query, 'show'))
  const shown = show === undefined ? judged : judged.filter(({ outcome }) => outcome === show)
  const pages = Math.max(1, Math.ceil(shown.length / pageLength))
  const asked = Number(textField(query, 'page'))
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1
  const rows = shown.slice((page - 1) * pageLength, page * pageLength)
  return { rows, show, page, pages, counts: countsOf(judged) }
}

function countsOf(judged: readonly JudgedRow[]): Record<RowOutcome, number> {
  const counts = { invite: 0, print: 0, 'works-here': 0, 'already-invited': 0, error: 0 }
  for (const { outcome } of judged) counts[outcome] += 1
  return counts
}

function csvRow({ row, outcome, problems }: JudgedRow): string[] {
  const cells = columns.map((column) => row[column])
  return [...cells, problems.length === 0 ? outcomeWords[outcome] : problems.join('. ')]
}

function sendCsv(
  reply: FastifyReply,
  name: string,
  rows: readonly (readonly string[])[],
): FastifyReply {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(writeCsv(rows))
}
