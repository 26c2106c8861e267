/** What helps a worker: theirs, shared one by one, with what was offered and taken up. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission, type Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listWorkplaces, managedBy } from '../learning/asks-actions.ts'
import { nothingNeeded, nothingOffered } from './model/entered.ts'
import { AddSupportPage, SupportNeedPage, SupportPage } from './pages/support-pages.tsx'
import {
  OfferSupportPage,
  type OfferSupportPageProps,
  TeamSupportPage,
} from './pages/team-support-pages.tsx'
import {
  addNeed,
  answerOffer,
  endNeed,
  offerSupport,
  shareNeed,
  stopSharingNeed,
} from './support-actions.ts'
import { needForm, offerForm, readAnswer } from './support-forms.ts'
import { getOwnNeed, getSharedNeed, listOwnNeeds, listSharedNeeds } from './support-store.ts'

type OfNeed = FastifyRequest<{ Params: Params }>

export function supportRoutes(app: FastifyInstance, site: Site): void {
  ownRoutes(app, site)
  teamRoutes(app, site)
}

function ownRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.support(), async (request, reply) => {
    const person = signedIn(request)
    const needs = await asActor(db, person, (db) => listOwnNeeds(db, { holderId: person.id }))
    const page = { needs, done: textField(request.query, 'done') }
    return sendPage(reply, <SupportPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get(paths.addSupport(), (request, reply) => {
    const page = { id: randomUUID(), entered: nothingNeeded }
    return sendPage(reply, <AddSupportPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post(paths.addSupport(), async (request, reply) => {
    const person = signedIn(request)
    const form = needForm(request.body)
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    if (!form.ok) {
      const own = ownPage(request, reply, site)
      return sendPage(reply, <AddSupportPage {...own} {...form} id={id} />, 422)
    }
    await addNeed(site, person, { id, ...form.value })
    return reply.redirect(paths.support('added'), 303)
  })

  app.get<{ Params: Params }>('/what-helps-me/:id', async (request, reply) => {
    const person = signedIn(request)
    const whose = { id: idOf(request.params.id), holderId: person.id }
    const view = await asActor(db, person, async (db) => ({
      need: await getOwnNeed(db, whose),
      places: await listWorkplaces(db, { personId: person.id, today: dayOf(now()) }),
    }))
    const page = { ...view, done: textField(request.query, 'done') }
    return sendPage(reply, <SupportNeedPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post<{ Params: Params }>('/what-helps-me/:id/share', async (request, reply) => {
    const { id, organisation } = placeIn(request)
    await shareNeed(site, signedIn(request), { id, organisation })
    return reply.redirect(paths.supportNeed(id, 'shared'), 303)
  })

  app.post<{ Params: Params }>('/what-helps-me/:id/stop', async (request, reply) => {
    const { id, organisation } = placeIn(request)
    await stopSharingNeed(site, signedIn(request), { id, organisation })
    return reply.redirect(paths.supportNeed(id, 'stopped'), 303)
  })

  app.post<{ Params: Params }>('/what-helps-me/:id/end', async (request, reply) => {
    const id = idOf(request.params.id)
    await endNeed(site, signedIn(request), id)
    return reply.redirect(paths.supportNeed(id, 'ended'), 303)
  })

  app.post<{ Params: Params }>('/what-helps-me/offers/:id/answer', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const answer = readAnswer(request.body)
    if (answer === undefined) return reply.redirect(paths.support(), 303)
    const { needId } = await answerOffer(site, person, { id, answer })
    return reply.redirect(paths.supportNeed(needId, 'answered'), 303)
  })
}

function teamRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get(paths.teamSupport(), async (request, reply) => {
    const person = managerIn(request)
    const needs = await asActor(db, person, (db) => listSharedNeeds(db, of(person)))
    return sendPage(reply, <TeamSupportPage {...ownPage(request, reply, site)} needs={needs} />)
  })

  app.get<{ Params: Params }>('/team/support/:id', (request, reply) =>
    sendOffer(request, reply, { id: randomUUID(), entered: nothingOffered }),
  )

  app.post<{ Params: Params }>('/team/support/:id/offer', async (request, reply) => {
    const person = managerIn(request)
    const needId = idOf(request.params.id)
    const form = offerForm(request.body)
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    if (!form.ok) return sendOffer(request, reply, { ...form, id })
    await offerSupport(site, person, { id, needId, words: form.value, ...of(person) })
    return reply.redirect(paths.teamSupportNeed(needId, 'offered'), 303)
  })

  async function sendOffer(
    request: OfNeed,
    reply: FastifyReply,
    form: Pick<OfferSupportPageProps, 'id' | 'entered' | 'errors'>,
  ) {
    const person = managerIn(request)
    const wanted = { id: idOf(request.params.id), ...of(person) }
    const need = await asActor(db, person, (db) => getSharedNeed(db, wanted))
    const page = { need, ...form, done: textField(request.query, 'done') }
    const own = ownPage(request, reply, site)
    const status = form.errors === undefined ? 200 : 422
    return sendPage(reply, <OfferSupportPage {...own} {...page} />, status)
  }
}

function placeIn(request: OfNeed) {
  const organisation = textField(request.body, 'organisation')
  return { id: idOf(request.params.id), organisation }
}

function of(person: Person) {
  return { organisations: managedBy(person) }
}

/** Throws SignedOut, and NotFound for whoever manages nobody. */
function managerIn(request: FastifyRequest): Person {
  const person = signedIn(request)
  if (!hasPermission(person, 'manage-team')) throw new NotFound('what helps people')
  return person
}
