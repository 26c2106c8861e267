/** A file of courses: upload, look at every row, take it in, watch. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { statementsOf } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { writeCsv } from '../../organisations/invitations/model/write-csv.ts'
import { editionAt } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { getCourseFile } from './course-files-store.ts'
import { cancelCourses, judgeFile, keepCourseFile, startCourses } from './import-courses.ts'
import { courseFileForm } from './learning-forms.ts'
import { stateOf, templateRows } from './model/course-file.ts'
import { countOutcomes, type JudgedRow, rowOutcomes } from './model/judge-courses.ts'
import {
  CourseFileOverPage,
  CoursePreviewPage,
  CourseProgressPage,
  CourseUploadPage,
} from './pages/course-file-pages.tsx'
import { getProvider, type ProvidersRequest, providerOf } from './providing.ts'

const pageLength = 100

export function courseFileRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Params: Params }>('/orgs/:slug/courses/file', (request, reply) =>
    sendUpload(request, reply, { pasted: '' }),
  )

  app.post<{ Params: Params }>(
    '/orgs/:slug/courses/file',
    { config: { upload: true, limit: { most: 30, minutes: 10 } } },
    async (request, reply) => {
      const { person, organisation } = providerOf(request)
      const form = courseFileForm(request.body)
      if (!form.ok) return sendUpload(request, reply, form)
      const { ref: edition } = await editionAt(shelf, organisation)
      const { head, rows } = form
      const id = await keepCourseFile(site, person, { organisation, edition, head, rows })
      return reply.redirect(paths.courseFile(organisation, id), 303)
    },
  )

  async function sendUpload(
    request: ProvidersRequest,
    reply: FastifyReply,
    form: { readonly pasted: string; readonly errors?: readonly FieldError[] },
  ) {
    const { person, organisation } = providerOf(request)
    const provider = await asActor(db, person, (db) => getProvider(db, organisation))
    const own = ownPage(request, reply, site)
    const page = <CourseUploadPage {...own} {...{ provider }} {...form} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>('/orgs/:slug/courses/file/template.csv', (request, reply) => {
    providerOf(request)
    return sendCsv(reply, 'courses.csv', templateRows)
  })

  app.get<{ Params: Params }>('/orgs/:slug/courses/file/:file', async (request, reply) => {
    const { file, judged, provider } = await readFile(request)
    const own = { ...ownPage(request, reply, site), provider, file }
    switch (stateOf(file)) {
      case 'preview': {
        const page = pageOf(judged, request.query)
        return sendPage(reply, <CoursePreviewPage {...own} {...page} />)
      }
      case 'importing':
        return sendPage(reply, <CourseProgressPage {...own} />)
      case 'finished':
      case 'cancelled':
        return sendPage(reply, <CourseFileOverPage {...own} />)
    }
  })

  app.get<{ Params: Params }>(
    '/orgs/:slug/courses/file/:file/left-out.csv',
    async (request, reply) => {
      const { file, judged } = await readFile(request)
      const rows = new Map(file.rows?.map((row) => [row.number, row.cells]))
      const lines = judged
        .filter(({ outcome }) => outcome === 'problem')
        .map(({ number, problems }) => [
          ...file.head.map((_, index) => rows.get(number)?.[index] ?? ''),
          problems.join('. '),
        ])
      return sendCsv(reply, 'left-out.csv', [[...file.head, 'What to do'], ...lines])
    },
  )

  app.post<{ Params: Params }>('/orgs/:slug/courses/file/:file/import', async (request, reply) => {
    const { person, organisation, id } = fileOf(request)
    await startCourses(site, person, { id, organisation, codes: await readCodes(organisation) })
    return reply.redirect(paths.courseFile(organisation, id), 303)
  })

  app.post<{ Params: Params }>('/orgs/:slug/courses/file/:file/cancel', async (request, reply) => {
    const { person, organisation, id } = fileOf(request)
    await cancelCourses(site, person, { id, organisation })
    return reply.redirect(paths.courseFile(organisation, id), 303)
  })

  /** Throws NotFound for another provider's. */
  async function readFile(request: ProvidersRequest) {
    const { person, organisation, id } = fileOf(request)
    const rules = { codes: await readCodes(organisation), today: dayOf(now()) }
    return asActor(db, person, async (db) => {
      const file = await getCourseFile(db, { id, organisation })
      const judged = stateOf(file) === 'preview' ? await judgeFile(db, file, rules) : []
      return { file, judged, provider: await getProvider(db, organisation) }
    })
  }

  async function readCodes(organisation: string): Promise<ReadonlySet<string>> {
    const { edition } = await editionAt(shelf, organisation)
    return new Set(statementsOf(edition).map(({ code }) => code))
  }
}

function fileOf(request: ProvidersRequest) {
  return { ...providerOf(request), id: idOf(request.params.file) }
}

function pageOf(judged: readonly JudgedRow[], query: unknown) {
  const show = rowOutcomes.find((one) => one === textField(query, 'show'))
  const shown = show === undefined ? judged : judged.filter(({ outcome }) => outcome === show)
  const pages = Math.max(1, Math.ceil(shown.length / pageLength))
  const asked = Number(textField(query, 'page'))
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1
  const rows = shown.slice((page - 1) * pageLength, page * pageLength)
  return { rows, show, page, pages, counts: countOutcomes(judged) }
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
