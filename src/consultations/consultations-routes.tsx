/** Consultations for everybody to read, and the import of responses for those who decide on them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Actor, hasPermission } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import { paths } from '../paths.ts'
import { accountOf, sendPage } from '../web/send-page.ts'
import { SignedOut } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { AlreadyImported, importResponse } from './consultations-actions.ts'
import { readQuestionnaires } from './consultations-content.ts'
import { findingErrors, importForm } from './consultations-forms.ts'
import { findResponse, listResponses, type ResponseScope } from './consultations-store.ts'
import { makeConsultation } from './model/make-consultation.ts'
import type { Questionnaire } from './model/questionnaire.ts'
import { ConsultationPage } from './pages/consultation-page.tsx'
import { ConsultationsPage } from './pages/consultations-page.tsx'
import { ImportPage, type ImportPageProps } from './pages/import-page.tsx'
import { ResponsePage } from './pages/response-page.tsx'

interface Named {
  readonly Params: { readonly slug: string }
}

interface Asked {
  readonly questionnaire: Questionnaire
  readonly stored: StoredEdition
}

/** Finds the consultation of an address and the edition it is about. Throws NotFound. */
type Find = (slug: string) => Promise<Asked>

export function consultationsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const questionnaires = readQuestionnaires()
  const find: Find = async (slug) => {
    const questionnaire = questionnaires.find((one) => one.slug === slug)
    if (questionnaire === undefined) throw new NotFound(`consultation ${slug}`)
    return { questionnaire, stored: await shelf.get(questionnaire.framework) }
  }
  const { demo } = site.config

  app.get(paths.consultations(), { config: { public: true } }, (_, reply) =>
    sendPage(reply, <ConsultationsPage questionnaires={questionnaires} demo={demo} />),
  )
  readingRoutes(app, site, find)
  importRoutes(app, site, find)
}

/** No public pages: who decides on consultations sees more on them. */
function readingRoutes(app: FastifyInstance, { db, config }: Site, find: Find): void {
  const { demo } = config

  app.get<Named>(paths.consultation(':slug'), async (request, reply) => {
    const { actor } = request
    const { questionnaire, stored } = await find(request.params.slug)
    const wanted = { consultation: questionnaire.slug, scope: scopeOf(actor) }
    const page = (
      <ConsultationPage
        questionnaire={questionnaire}
        edition={stored.edition}
        leadsTo={stored.derivation?.leadsTo}
        responses={await asActor(db, actor, (db) => listResponses(db, wanted))}
        decides={decides(actor)}
        account={accountOf(request, reply)}
        demo={demo}
      />
    )
    return sendPage(reply, page)
  })

  app.get<{ Params: { readonly slug: string; readonly id: string } }>(
    paths.consultationResponse(':slug', ':id'),
    async (request, reply) => {
      const { actor, params } = request
      const { questionnaire, stored } = await find(params.slug)
      const wanted = { consultation: params.slug, id: idOf(params.id), scope: scopeOf(actor) }
      const response = await asActor(db, actor, (db) => findResponse(db, wanted))
      if (response === undefined) throw new NotFound(`response ${params.id}`)
      const { edition } = stored
      const account = accountOf(request, reply)
      const page = <ResponsePage stored={response} {...{ questionnaire, edition, account, demo }} />
      return sendPage(reply, page)
    },
  )
}

function importRoutes(app: FastifyInstance, { db, config }: Site, find: Find): void {
  const address = paths.consultationImport(':slug')

  app.get<Named>(address, async (request, reply) => {
    const { questionnaire } = await find(request.params.slug)
    if (!decides(request.actor)) throw new NotFound('importing is for those who decide')
    return sendImport(request, reply, 200, { questionnaire })
  })

  const options = { onRequest: refuseOthers, config: { upload: true } }
  app.post<Named>(address, options, async (request, reply) => {
    const { questionnaire, stored } = await find(request.params.slug)
    const form = importForm(request.body)
    const { entered } = form
    if (!form.ok) {
      return sendImport(request, reply, 422, { questionnaire, entered, errors: form.errors })
    }
    const consultation = makeConsultation(questionnaire, stored)
    const asked = { consultation, bytes: form.bytes, respondent: entered.respondent }
    try {
      const imported = await importResponse(db, request.actor, asked)
      if (imported.ok) {
        return reply.redirect(paths.consultationResponse(questionnaire.slug, imported.id), 303)
      }
      const errors = findingErrors(imported.findings, form.field)
      return sendImport(request, reply, 422, { questionnaire, entered, errors })
    } catch (error) {
      if (!(error instanceof AlreadyImported)) throw error
      const href = paths.consultationResponse(questionnaire.slug, error.id)
      const already = { message: error.message, href }
      return sendImport(request, reply, 409, { questionnaire, entered, already })
    }
  })

  function sendImport(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    shown: Omit<ImportPageProps, 'account' | 'demo'>,
  ): FastifyReply {
    const account = accountOf(request, reply)
    if (account === undefined) throw new SignedOut()
    return sendPage(reply, <ImportPage {...shown} account={account} demo={config.demo} />, status)
  }
}

/** Before a byte of the form is read. Who was signed out meanwhile is told so. */
async function refuseOthers({ actor }: FastifyRequest): Promise<void> {
  if (actor.kind === 'nobody') throw new SignedOut()
  if (!decides(actor)) throw new NotFound('importing is for those who decide')
}

function decides(actor: Actor): boolean {
  return hasPermission(actor, 'decide-consultation')
}

function scopeOf(actor: Actor): ResponseScope {
  return decides(actor) ? 'all' : 'example'
}

const responseId = z.uuid()

/** Throws NotFound for what cannot be the id of anything. */
function idOf(value: string): string {
  const id = responseId.safeParse(value)
  if (!id.success) throw new NotFound('not an id')
  return id.data
}
