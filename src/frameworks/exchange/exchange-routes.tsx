/** A draft as files: take it away, bring one back, look at what it would change, take it in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { getDraft, listThings, mayWriteDraft } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import type { Edition } from '../model/framework.ts'
import { acceptImport, bringFile, dropImport } from './exchange-actions.ts'
import { draftFileForm } from './exchange-forms.ts'
import { getImport } from './exchange-store.ts'
import { withBrought } from './model/brought.ts'
import { describeImport } from './model/describe-import.ts'
import { DraftFilesPage, type FileProblems } from './pages/draft-files-page.tsx'
import { ImportPreviewPage } from './pages/import-preview-page.tsx'
import { writeFolder } from './write-folder.ts'
import { writeTemplate, writeWorkbook } from './write-workbook.ts'

type OfDraft = FastifyRequest<{ Params: Params }>

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const downloads = {
  'edition.xlsx': { type: workbook, write: writeWorkbook },
  'template.xlsx': { type: workbook, write: writeTemplate },
  'edition.zip': {
    type: 'application/zip',
    write: async (edition: Edition) => writeFolder(edition),
  },
}

const names = ['edition.xlsx', 'template.xlsx', 'edition.zip'] as const

export function exchangeRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get<{ Params: Params }>(paths.draftFiles(':draft'), (request, reply) =>
    sendFiles(request, reply),
  )

  app.post<{ Params: Params }>(
    paths.draftFiles(':draft'),
    { config: { upload: true, limit: { most: 30, minutes: 10 } } },
    async (request, reply) => {
      const draft = idOf(request.params.draft)
      const form = draftFileForm(request.body)
      if (!form.ok) return sendFiles(request, reply, form)
      const brought = await bringFile(site, signedIn(request), { draft, bytes: form.bytes })
      if (!brought.ok) return sendFiles(request, reply, brought)
      return reply.redirect(paths.draftImport(draft, brought.id), 303)
    },
  )

  for (const name of names) {
    const { type, write } = downloads[name]
    app.get<{ Params: Params }>(paths.draftFile(':draft', name), async (request, reply) => {
      const { draft, edition } = await readDraft(request)
      const file = `${draft.slug}-${draft.version}-${name.replace('edition', 'draft')}`
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file}"`)
        .type(type)
        .send(await write(edition))
    })
  }

  async function sendPreview(
    request: OfDraft,
    reply: FastifyReply,
    errors?: readonly FieldError[],
  ) {
    const { draft, edition } = await readDraft(request)
    const file = idOf(request.params.file)
    const brought = await asActor(db, signedIn(request), (db) =>
      getImport(db, { draft: draft.id, id: file }),
    )
    const changes = describeImport(edition, withBrought(edition, brought))
    const isOvertaken = textField(request.query, 'note') === 'overtaken'
    const own = ownPage(request, reply, site)
    const page = { ...own, draft, file, changes, isOvertaken, errors }
    return sendPage(reply, <ImportPreviewPage {...page} />, errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.draftImport(':draft', ':file'), async (request, reply) =>
    sendPreview(request, reply),
  )

  app.post<{ Params: Params }>(paths.acceptImport(':draft', ':file'), async (request, reply) => {
    const [draft, id] = [idOf(request.params.draft), idOf(request.params.file)]
    const revision = textField(request.body, 'revision')
    const mayTakeOut = textField(request.body, 'takeOut') === 'yes'
    const asked = { draft, id, revision, mayTakeOut }
    const taken = await acceptImport(db, signedIn(request), asked)
    if (taken === 'not-confirmed') {
      const message = 'Select "Yes" if the words that the file leaves out should be taken out'
      return sendPreview(request, reply, [{ field: 'takeOut', message }])
    }
    if (taken === 'taken-in') return reply.redirect(paths.draftFiles(draft, 'taken-in'), 303)
    return reply.redirect(paths.draftImport(draft, id, 'overtaken'), 303)
  })

  app.post<{ Params: Params }>(paths.dropImport(':draft', ':file'), async (request, reply) => {
    const [draft, id] = [idOf(request.params.draft), idOf(request.params.file)]
    await dropImport(db, signedIn(request), { draft, id })
    return reply.redirect(paths.draftFiles(draft, 'dropped'), 303)
  })

  async function sendFiles(request: OfDraft, reply: FastifyReply, problems: FileProblems = {}) {
    const { draft, mayWrite } = await readDraft(request)
    const done = textField(request.query, 'done')
    const page = { ...ownPage(request, reply, site), draft, mayWrite, done, ...problems }
    const isWrong = problems.errors !== undefined || problems.findings !== undefined
    return sendPage(reply, <DraftFilesPage {...page} />, isWrong ? 422 : 200)
  }

  function readDraft(request: OfDraft) {
    const id = idOf(request.params.draft)
    return asActor(db, signedIn(request), async (db) => {
      const [draft, things, mayWrite] = await Promise.all([
        getDraft(db, { draft: id }),
        listThings(db, { draft: id }),
        mayWriteDraft(db, { draft: id }),
      ])
      return { draft, edition: putTogether(things), mayWrite }
    })
  }
}
