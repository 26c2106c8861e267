/** An assessor types a code, ticks what they saw, and confirms: two pages. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames, listMemberships } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { statementsOf } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { whyNotIssue } from '../../organisations/why-not-issue.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { chosenField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { judgeStatements } from '../assessing/judge-statements.ts'
import { nameSigning } from '../model/name-signing.ts'
import { standingSignOffs } from '../model/signing.ts'
import { readNotYetWords } from '../sign-offs/not-yet-content.ts'
import { freshNotYet, notYetForm } from '../sign-offs/not-yet-form.ts'
import { getRequestTo } from '../sign-offs/requests-store.ts'
import { refuseForm } from '../sign-offs/signing-forms.ts'
import { findSigningOf } from '../sign-offs/signings-store.ts'
import { openByCode, refuseNoAssessor } from './corridor-actions/open-visit.ts'
import { isOver, sayNotYet } from './corridor-actions/say-not-yet.ts'
import { refuseFormerAssessor, signVisit } from './corridor-actions/sign-visit.ts'
import { codeForm, freshVisit, noSuchCode, usualReview, visitForm } from './corridor-forms.ts'
import { EnterCodePage } from './pages/enter-code-page.tsx'
import { VisitNotYetPage } from './pages/visit-not-yet-page.tsx'
import { VisitPage } from './pages/visit-page.tsx'
import { VisitedPage } from './pages/visited-page.tsx'
import { findLastSetting, getVisitTo, listVisitRequests } from './visits-store.ts'

type Visited = FastifyRequest<{ Params: Params }>

export function visitRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const ready = readNotYetWords()

  app.get(paths.enterCode(), async (request, reply) => {
    refuseNoAssessor(signedIn(request))
    return sendPage(reply, <EnterCodePage {...ownPage(request, reply, site)} entered="" />)
  })

  app.post(paths.enterCode(), async (request, reply) => {
    const person = signedIn(request)
    refuseNoAssessor(person)
    const form = codeForm(request.body)
    const page = form.ok ? await openByCode(site, person, { code: form.value }) : undefined
    if (page !== undefined) return reply.redirect(page, 303)
    const errors = form.ok ? [noSuchCode] : form.errors
    const own = ownPage(request, reply, site)
    return sendPage(reply, <EnterCodePage {...own} {...{ errors }} entered={form.entered} />, 422)
  })

  /** What the square code holds. Whoever opens it first may open it again, and nobody else. */
  app.get<{ Params: Params }>('/team/code/open/:secret', async (request, reply) => {
    const person = signedIn(request)
    refuseNoAssessor(person)
    const { secret = '' } = request.params
    const page = await openByCode(site, person, { secret })
    if (page !== undefined) return reply.redirect(page, 303)
    const own = ownPage(request, reply, site)
    return sendPage(reply, <EnterCodePage {...own} errors={[noSuchCode]} entered="" />, 404)
  })

  async function readVisit(person: Person, params: Params) {
    const id = idOf(params.visit)
    const found = await asActor(db, person, (db) => readOpened(db, person, id))
    const { organisation } = found.visit.opened
    const { edition } = await shelf.get(found.visit.edition)
    const wordings = new Map(statementsOf(edition).map((one) => [one.code, one]))
    const statements = found.visit.codes.flatMap((code) => wordings.get(code) ?? [])
    const requests = found.requests.map((one) => ({ ...one, title: nameSigning(edition, one) }))
    const cannotSign = await whyNotIssue(db, organisation, dayOf(now()))
    const over = isOver(found.visit, now())
    const { holderId, codes } = found.visit
    const ask = { holderId, assessorId: person.id, organisation }
    const judged = await asActor(db, person, (db) =>
      judgeStatements(db, { request: ask, edition, codes }),
    )
    const standing = requests.flatMap(({ signing }) => (signing ? standingSignOffs(signing) : []))
    const left = statements.filter((one) => !standing.some(({ code }) => code === one.code))
    return { ...found, requests, edition, statements, left, cannotSign, over, judged }
  }

  app.get<{ Params: Params }>('/team/visits/:visit', async (request, reply) => {
    const view = await readVisit(signedIn(request), request.params)
    if (view.visit.signedAt !== undefined || view.over) return sendVisited(request, reply, view)
    // Before the form, so that nothing ticked is lost by being asked after it.
    requireStepUp(request, now())
    const entered = freshVisit(view.setting, dayOf(now()))
    const own = ownPage(request, reply, site)
    return sendPage(reply, <VisitPage {...own} {...view} entered={entered} />)
  })

  app.post<{ Params: Params }>('/team/visits/:visit', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ...view } = await readVisit(person, request.params)
    const { id: visitId, signedAt } = view.visit
    // Sent again, because the answer was lost on the way: it is done, and stays done.
    if (signedAt !== undefined) return reply.redirect(paths.visit(visitId), 303)
    const { statements } = view
    const form = refuseForm(
      visitForm(request.body, { statements, today: dayOf(now()) }),
      view.judged,
    )
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      return sendPage(reply, <VisitPage {...own} {...view} {...{ entered, errors }} />, 422)
    }
    const stepUp = requireStepUp(request, now(), { page: paths.visit(visitId) })
    const signed = form.value
    const reviewOf = (codes: readonly string[]) =>
      form.entered.reviewed === 'other'
        ? signed.reviewOn
        : usualReview(
            statements.filter(({ code }) => codes.includes(code)),
            signed.assessedOn,
          )
    await signVisit(site, person, { visitId, edition, signed, reviewOf, stepUp })
    return reply.redirect(paths.visit(visitId), 303)
  })

  type View = Awaited<ReturnType<typeof readVisit>>

  function sendVisited(request: Visited, reply: FastifyReply, view: View) {
    const { edition, ...shown } = view
    return sendPage(reply, <VisitedPage {...ownPage(request, reply, site)} {...shown} />)
  }

  app.get<{ Params: Params }>('/team/visits/:visit/not-yet', async (request, reply) => {
    const { edition, ...view } = await readVisit(signedIn(request), request.params)
    if (view.over) return reply.redirect(paths.visit(view.visit.id), 303)
    const fresh = { ...freshNotYet, codes: [] }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <VisitNotYetPage {...own} {...view} ready={ready} entered={fresh} />)
  })

  app.post<{ Params: Params }>('/team/visits/:visit/not-yet', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ...view } = await readVisit(person, request.params)
    const codes = chosenField(
      request.body,
      'codes',
      view.left.map(({ code }) => code),
    )
    const form = notYetForm(request.body, { ready, today: dayOf(now()) })
    const none = { field: 'codes', message: 'Select what is not there yet' }
    if (!form.ok || codes.length === 0) {
      const errors = [...(codes.length === 0 ? [none] : []), ...(form.ok ? [] : form.errors)]
      const entered = { ...form.entered, codes }
      const own = ownPage(request, reply, site)
      const page = <VisitNotYetPage {...own} {...view} {...{ ready, entered, errors }} />
      return sendPage(reply, page, 422)
    }
    const visitId = view.visit.id
    await sayNotYet(site, person, { visitId, codes, ...form.value })
    return reply.redirect(paths.visit(visitId), 303)
  })
}

/** Throws NotFound for a visit that somebody else opened, and where its opener signs off no more. */
async function readOpened(db: Parameters<typeof getVisitTo>[0], person: Person, id: string) {
  const visit = await getVisitTo(db, { id, assessorId: person.id })
  refuseFormerAssessor(person, visit)
  const { holderId, opened } = visit
  const { organisation } = opened
  await recordViewing(db, {
    holderId,
    what: 'request',
    subjectId: id,
    viewer: person,
    organisation,
  })
  const made = await listVisitRequests(db, { visitId: id })
  const requests = []
  for (const { requestId } of made) {
    const request = await getRequestTo(db, { id: requestId, assessorId: person.id })
    const signing = await findSigningOf(db, { requestId, assessorId: person.id })
    requests.push({ ...request, signing })
  }
  const jobs = await listMemberships(db, holderId)
  const holderName = (await findNames(db, [holderId])).get(holderId)
  if (holderName === undefined) throw new NotFound(`visit ${id}`)
  const job = jobs.find((one) => one.organisation === organisation)
  const setting = await findLastSetting(db, { assessorId: person.id, organisation })
  return { visit, requests, holderName, job, setting }
}
