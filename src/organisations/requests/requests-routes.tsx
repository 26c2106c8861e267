/** What people ask of the stewards, and what stewards answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { type RegisterWords, stewardKind } from '../model/kinds.ts'
import { readOrganisation } from '../read-organisation.ts'
import { readAsSteward } from '../stewards/as-steward.ts'
import { OrganisationRequestPage, type RequestPageProps } from '../stewards/pages/request-page.tsx'
import { refusalForm } from '../stewards/stewards-forms.ts'
import { listProposals } from '../verifications-store.ts'
import { AskToAddPage, type AskToAddPageProps } from './pages/ask-to-add-page.tsx'
import { AskToVerifyPage, type AskToVerifyPageProps } from './pages/ask-to-verify-page.tsx'
import { askStewards, refuseRequest } from './requests-actions.ts'
import { askToAddForm, askToVerifyForm, emptyAdd, emptyVerify } from './requests-forms.ts'
import { getRequest, listOwnRequests } from './requests-store.ts'

type OfOrganisation = { Params: { readonly slug: string } }
export function requestsRoutes(app: FastifyInstance, site: Site, all: RegisterWords): void {
  const { db } = site
  // Who keeps the register is not for anybody to ask.
  const words = { ...all, kinds: all.kinds.filter(({ slug }) => slug !== stewardKind) }

  app.get(paths.addOrganisation(), (request, reply) => sendAsk(request, reply, emptyAdd))

  app.post(paths.addOrganisation(), async (request, reply) => {
    const person = signedIn(request)
    const form = askToAddForm(request.body, words)
    if (!form.ok) return sendAsk(request, reply, form.entered, form.errors)
    await askStewards(db, person, form.value)
    return reply.redirect(`${paths.addOrganisation()}#asked`, 303)
  })

  async function sendAsk(
    request: FastifyRequest,
    reply: FastifyReply,
    entered: AskToAddPageProps['entered'],
    errors?: AskToAddPageProps['errors'],
  ) {
    const person = signedIn(request)
    const asked = await asActor(db, person, (db) => listOwnRequests(db, { askedBy: person.id }))
    const own = ownPage(request, reply, site)
    const page = <AskToAddPage {...own} {...{ words, asked, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get<OfOrganisation>(paths.askToBeVerified(':slug'), (request, reply) =>
    sendVerify(request, reply, emptyVerify),
  )

  app.post<OfOrganisation>(paths.askToBeVerified(':slug'), async (request, reply) => {
    const person = manager(request)
    const form = askToVerifyForm(request.body, words)
    if (!form.ok) return sendVerify(request, reply, form.entered, form.errors)
    const { slug } = request.params
    await askStewards(db, person, { organisation: slug, ...form.value })
    return reply.redirect(`${paths.askToBeVerified(slug)}#asked`, 303)
  })

  /** Throws NotFound for whoever manages no team there. */
  function manager(request: FastifyRequest<OfOrganisation>) {
    const person = signedIn(request)
    const { slug } = request.params
    if (!hasPermission(person, 'manage-team', slug)) throw new NotFound(`organisation ${slug}`)
    return person
  }

  async function sendVerify(
    request: FastifyRequest<OfOrganisation>,
    reply: FastifyReply,
    entered: AskToVerifyPageProps['entered'],
    errors?: AskToVerifyPageProps['errors'],
  ) {
    const person = manager(request)
    const { slug } = request.params
    const view = await asActor(db, person, async (db) => ({
      ...(await readOrganisation(db, slug, dayOf(site.now()))),
      proposals: await listProposals(db, slug),
      asked: (await listOwnRequests(db, { askedBy: person.id })).filter(
        ({ organisation }) => organisation === slug,
      ),
    }))
    const own = ownPage(request, reply, site)
    const page = <AskToVerifyPage {...own} {...view} {...{ words, entered, errors }} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.organisationRequest(':request'), (request, reply) =>
    sendRequest(request, reply, ''),
  )

  app.post<{ Params: Params }>(paths.organisationRequest(':request'), async (request, reply) => {
    const person = signedIn(request)
    const form = refusalForm(request.body)
    if (!form.ok) return sendRequest(request, reply, form.entered, form.errors)
    const id = idOf(request.params.request)
    await refuseRequest(db, person, { id, reason: form.value })
    return reply.redirect(paths.organisationRequest(id), 303)
  })

  async function sendRequest(
    request: FastifyRequest<{ Params: Params }>,
    reply: FastifyReply,
    reason: string,
    errors?: RequestPageProps['errors'],
  ) {
    const id = idOf(request.params.request)
    const found = await readAsSteward(site.db, signedIn(request), (db) => getRequest(db, id))
    const own = ownPage(request, reply, site)
    const view = { request: found, words, reason, errors }
    const page = <OrganisationRequestPage {...own} {...view} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }
}
