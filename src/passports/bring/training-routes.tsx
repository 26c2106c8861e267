/** A list of training: upload, put the columns right, look at every row, take it in, watch. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { writeCsv } from '../../organisations/invitations/model/write-csv.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { ownEdition } from '../passports-edition.ts'
import {
  cancelImport,
  judgeFile,
  keepMapping,
  keepTrainingFile,
  startImport,
} from './import-training.ts'
import type { ColumnsEntered } from './model/entered.ts'
import { countOutcomes, type JudgedRow, rowOutcomes } from './model/judge-training.ts'
import { findDayOrder } from './model/read-day-written.ts'
import {
  guessColumns,
  type Mapping,
  stateOf,
  type TrainingFile,
  type TrainingFileState,
} from './model/training-file.ts'
import { TrainingColumnsPage } from './pages/training-columns-page.tsx'
import { TrainingPreviewPage } from './pages/training-preview-page.tsx'
import { TrainingOverPage, TrainingProgressPage } from './pages/training-progress-page.tsx'
import { TrainingUploadPage } from './pages/training-upload-page.tsx'
import { columnsForm, trainingUploadForm, writtenDays } from './training-forms.ts'
import { findLastMapping, getTrainingFile } from './training-store.ts'

type OfFile = FastifyRequest<{ Params: Params }>

const pageLength = 100

export function trainingRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.bringFile(), (request, reply) =>
    sendPage(reply, <TrainingUploadPage {...ownPage(request, reply, site)} pasted="" />),
  )

  app.post(
    paths.bringFile(),
    { config: { upload: true, limit: { most: 30, minutes: 10 } } },
    async (request, reply) => {
      const person = signedIn(request)
      const form = trainingUploadForm(request.body)
      if (!form.ok) {
        const own = ownPage(request, reply, site)
        return sendPage(reply, <TrainingUploadPage {...own} {...form} />, 422)
      }
      const { ref: edition } = await ownEdition(shelf, person)
      const id = await keepTrainingFile(site, person, { edition, head: form.head, rows: form.rows })
      return reply.redirect(paths.trainingColumns(id), 303)
    },
  )

  app.get<{ Params: Params }>('/passport/bring/file/:id/columns', async (request, reply) => {
    const { file, last } = await readFile(request)
    if (isOver(stateOf(file))) return reply.redirect(paths.trainingFile(file.id), 303)
    return sendColumns(request, reply, { file, entered: enteredOf(file, last) })
  })

  app.post<{ Params: Params }>('/passport/bring/file/:id/columns', async (request, reply) => {
    const { file } = await readFile(request)
    if (isOver(stateOf(file))) return reply.redirect(paths.trainingFile(file.id), 303)
    const form = columnsForm(request.body, { head: file.head, rows: file.rows ?? [] })
    if (!form.ok) return sendColumns(request, reply, { file, ...form })
    await keepMapping(site, signedIn(request), { id: file.id, mapping: form.value })
    return reply.redirect(paths.trainingFile(file.id), 303)
  })

  function sendColumns(
    request: OfFile,
    reply: FastifyReply,
    {
      file,
      entered,
      errors,
    }: {
      readonly file: TrainingFile
      readonly entered: ColumnsEntered
      readonly errors?: readonly FieldError[] | undefined
    },
  ) {
    const [from, validUntil] = (['from', 'validUntil'] as const).map((column) => {
      const place = entered.places[column]
      return place === undefined ? undefined : Number(place)
    })
    const places = {
      ...(from !== undefined && { from }),
      ...(validUntil !== undefined && { validUntil }),
    }
    const asksOrder = findDayOrder(writtenDays(file.rows ?? [], places)) === 'either'
    const page = { file, entered, asksOrder: asksOrder || fieldIsWrong(errors, 'dayOrder'), errors }
    const status = errors === undefined ? 200 : 422
    return sendPage(
      reply,
      <TrainingColumnsPage {...ownPage(request, reply, site)} {...page} />,
      status,
    )
  }

  app.get<{ Params: Params }>('/passport/bring/file/:id', async (request, reply) => {
    const { file, judged } = await readFile(request)
    const own = ownPage(request, reply, site)
    switch (stateOf(file)) {
      case 'columns':
        return reply.redirect(paths.trainingColumns(file.id), 303)
      case 'preview': {
        const page = pageOf(judged, request.query)
        return sendPage(reply, <TrainingPreviewPage {...own} file={file} {...page} />)
      }
      case 'importing':
        return sendPage(reply, <TrainingProgressPage {...own} file={file} />)
      case 'finished':
      case 'cancelled':
        return sendPage(reply, <TrainingOverPage {...own} file={file} />)
    }
  })

  app.get<{ Params: Params }>('/passport/bring/file/:id/left-out.csv', async (request, reply) => {
    const { file, judged } = await readFile(request)
    const left = judged.filter(({ outcome }) => outcome === 'problem' || outcome === 'no-room')
    const rows = new Map(file.rows?.map((row) => [row.number, row.cells]))
    const lines = left.map(({ number, problems }) => [
      ...file.head.map((_, index) => rows.get(number)?.[index] ?? ''),
      problems.join('. '),
    ])
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="left-out.csv"')
      .header('cache-control', 'no-store')
      .send(writeCsv([[...file.head, 'What to do'], ...lines]))
  })

  app.post<{ Params: Params }>('/passport/bring/file/:id/import', async (request, reply) => {
    const id = idOf(request.params.id)
    await startImport(site, signedIn(request), id)
    return reply.redirect(paths.trainingFile(id), 303)
  })

  app.post<{ Params: Params }>('/passport/bring/file/:id/cancel', async (request, reply) => {
    const id = idOf(request.params.id)
    await cancelImport(site, signedIn(request), id)
    return reply.redirect(paths.trainingFile(id), 303)
  })

  function readFile(request: OfFile) {
    const person: Person = signedIn(request)
    const own = { id: idOf(request.params.id), holderId: person.id }
    return asActor(db, person, async (db) => {
      const file = await getTrainingFile(db, own)
      const { head } = file
      const last = await findLastMapping(db, { holderId: person.id, head })
      const judges = stateOf(file) === 'preview'
      const judged = judges ? await judgeFile(db, person, { file, today: dayOf(now()) }) : []
      return { file, last, judged }
    })
  }
}

function isOver(state: TrainingFileState): boolean {
  return state !== 'columns' && state !== 'preview'
}

function fieldIsWrong(errors: readonly FieldError[] | undefined, wanted: string): boolean {
  return errors?.some(({ field }) => field === wanted) ?? false
}

/** What was chosen for it, or for the last file with these columns; else what the words say. */
function enteredOf(file: TrainingFile, last: Mapping | undefined): ColumnsEntered {
  const known = file.mapping ?? last
  const places = known?.places ?? guessColumns(file.head)
  return {
    places: Object.fromEntries(
      Object.entries(places).map(([column, place]) => [column, String(place)]),
    ),
    dayOrder: known?.dayOrder ?? '',
  }
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
