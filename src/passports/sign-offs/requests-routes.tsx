/** What an assessor is asked for: look, sign off, decline. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listIssuers, listMemberships } from '../../accounts/accounts-store.ts'
import { hasPermission, type Permission, type Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Edition } from '../../frameworks/model/framework.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { plainDate } from '../../language/plain-dates.ts'
import { whyNotIssue } from '../../organisations/why-not-issue.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { judgeStatements } from '../assessing/judge-statements.ts'
import { listEvidence } from '../evidence/evidence-store.ts'
import { confirmedStatements } from '../model/describe-signing.ts'
import { nameSigning } from '../model/name-signing.ts'
import { isOpen, type RequestOutcome, type SignOffRequest } from '../model/sign-off-request.ts'
import { signingNames } from '../passports-edition.ts'
import { listAnswers } from '../passports-store.ts'
import { findRenewal } from '../renewals/renewals-store.ts'
import { readNotYetWords } from './not-yet-content.ts'
import { freshNotYet, freshRest, notYetForm, restForm } from './not-yet-form.ts'
import { AnsweredRequestPage } from './pages/answered-request-page.tsx'
import { CheckSigningPage } from './pages/check-signing-page.tsx'
import { DeclinePage } from './pages/decline-page.tsx'
import { RequestPage } from './pages/request-page.tsx'
import { RequestsPage } from './pages/requests-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import { getRequestTo, listRequestsTo } from './requests-store.ts'
import { declineRequest } from './sign-offs-actions/decline-request.ts'
import { draftSigning } from './sign-offs-actions/draft-signing.ts'
import { findShown, signOff } from './sign-offs-actions/sign-off.ts'
import { findSigningDraft } from './signing-drafts-store.ts'
import { draftForm, freshSigning, refuseForm, signForm } from './signing-forms.ts'
import { findSigningOf } from './signings-store.ts'

/** Whom the rule on signing off concerns. */
const rulers: readonly Permission[] = ['assess', 'issue', 'manage-team']

type Requested = FastifyRequest<{ Params: Params }>

export function requestsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const ready = readNotYetWords()

  app.get(paths.requests(), async (request, reply) => {
    const person = signedIn(request)
    const nameOf = await signingNames(shelf)
    const { asked, organisations } = await asActor(db, person, async (db) => ({
      asked: await listRequestsTo(db, { assessorId: person.id }),
      organisations: (await listMemberships(db, person.id)).filter(({ permissions }) =>
        permissions.some((one) => rulers.includes(one)),
      ),
    }))
    const requests = asked.map((one) => ({ ...one, title: nameOf(one) }))
    const may = {
      assess: hasPermission(person, 'assess'),
      issue: hasPermission(person, 'issue'),
    }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <RequestsPage {...own} {...{ requests, may, organisations }} />)
  })

  /** The request, with its statements in the wording of the edition it was asked in. */
  async function readRequest(person: Person, params: Params) {
    const id = idOf(params.id)
    const found = await asActor(db, person, (db) => readAsked(db, person, id))
    const { edition } = await shelf.get(found.request.edition)
    const statements = statementsOf(edition, found.request, found.request.codes)
    const { request } = found
    const judged = await asActor(db, person, (db) =>
      judgeStatements(db, { request, edition, codes: request.codes }),
    )
    const cannotSign = await whyNotIssue(db, found.request.organisation, dayOf(now()))
    const title = nameSigning(edition, found.request)
    return { ...found, edition, statements, title, cannotSign, judged }
  }

  app.get<{ Params: Params }>('/team/requests/:id', async (request, reply) => {
    const { draft, ...view } = await readRequest(signedIn(request), request.params)
    const own = ownPage(request, reply, site)
    if (!isOpen(view.request)) {
      return sendPage(reply, <AnsweredRequestPage {...own} {...view} now={now()} />)
    }
    // Before a form that signs at once, so that nothing entered is lost by being asked after it.
    if (view.renewal !== undefined && view.cannotSign === undefined) requireStepUp(request, now())
    const mine = view.statements.filter(({ code }) => !view.judged.refused.has(code))
    const entered = draft
      ? { ...draft, findings: [] }
      : freshSigning({ ...view, statements: mine }, dayOf(now()))
    return sendPage(reply, <RequestPage {...own} {...view} entered={entered} />)
  })

  /** The form as it was sent, or the page that says what to put right. */
  async function readSigning(request: Requested, reply: FastifyReply) {
    const person = signedIn(request)
    const view = await readRequest(person, request.params)
    if (!isOpen(view.request)) return { page: sendAnswered(request, reply, view.request) }
    const { statements } = view
    const form = refuseForm(
      signForm(request.body, { statements, today: dayOf(now()) }),
      view.judged,
    )
    if (form.ok) return { person, view, form }
    const { entered, errors } = form
    const own = ownPage(request, reply, site)
    return {
      page: sendPage(reply, <RequestPage {...own} {...view} {...{ entered, errors }} />, 422),
    }
  }

  app.post<{ Params: Params }>('/team/requests/:id', async (request, reply) => {
    const read = await readSigning(request, reply)
    if (read.page !== undefined) return read.page
    const { person, view, form } = read
    const { id: requestId } = view.request
    const { findings, ...draft } = form.entered
    const result = await draftSigning(db, person, { requestId, draft })
    if (result.outcome === 'already-answered') return sendAnswered(request, reply, result.request)
    return reply.redirect(paths.checkSigning(requestId), 303)
  })

  /** A page to come back to: what was entered is kept, and an answered request says so itself. */
  app.get<{ Params: Params }>('/team/requests/:id/check', async (request, reply) => {
    const person = signedIn(request)
    const { draft, ...view } = await readRequest(person, request.params)
    const { statements } = view
    const drafted = draft && draftForm(draft, { statements, today: dayOf(now()) })
    const form = drafted && refuseForm(drafted, view.judged)
    if (!form?.ok || !isOpen(view.request) || view.cannotSign !== undefined) {
      return reply.redirect(paths.request(view.request.id), 303)
    }
    requireStepUp(request, now())
    const shown = await asActor(db, person, (db) => findShown(db, view.request))
    const { value: signed, entered } = form
    const check = { ...view, shown, signed, entered, ready, rest: freshRest }
    return sendPage(reply, <CheckSigningPage {...ownPage(request, reply, site)} {...check} />)
  })

  app.post<{ Params: Params }>('/team/requests/:id/sign', async (request, reply) => {
    const read = await readSigning(request, reply)
    if (read.page !== undefined) return read.page
    const { person, view, form } = read
    const { id: requestId } = view.request
    const stepUp = requireStepUp(request, now(), { page: paths.checkSigning(requestId) })
    const signed = form.value
    const rest = restForm(request.body, { ready, today: dayOf(now()) })
    if (!rest.ok) {
      const shown = await asActor(db, person, (db) => findShown(db, view.request))
      const check = { ...view, shown, signed, entered: form.entered, ready, rest: rest.entered }
      const own = ownPage(request, reply, site)
      return sendPage(reply, <CheckSigningPage {...own} {...check} errors={rest.errors} />, 422)
    }
    const signing = { requestId, edition: view.edition, signed, stepUp, rest: rest.value }
    const result = await signOff(site, person, signing)
    if (result.outcome === 'already-answered') return sendAnswered(request, reply, result.request)
    return reply.redirect(paths.request(requestId), 303)
  })

  app.get<{ Params: Params }>('/team/requests/:id/decline', async (request, reply) => {
    const view = await readRequest(signedIn(request), request.params)
    if (!isOpen(view.request)) return sendAnswered(request, reply, view.request)
    const own = ownPage(request, reply, site)
    return sendPage(reply, <DeclinePage {...own} {...view} ready={ready} entered={freshNotYet} />)
  })

  app.post<{ Params: Params }>('/team/requests/:id/decline', async (request, reply) => {
    const person = signedIn(request)
    const view = await readRequest(person, request.params)
    const form = notYetForm(request.body, { ready, today: dayOf(now()) })
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      const page = <DeclinePage {...own} {...view} {...{ ready, entered, errors }} />
      return sendPage(reply, page, 422)
    }
    const { id: requestId } = view.request
    const result = await declineRequest(db, person, { requestId, ...form.value })
    if (result.outcome === 'already-answered') return sendAnswered(request, reply, result.request)
    return reply.redirect(paths.request(requestId), 303)
  })

  function sendAnswered(request: FastifyRequest, reply: FastifyReply, answered: SignOffRequest) {
    const { id, holderName, answer } = answered
    const own = ownPage(request, reply, site)
    const when = answer ? ` on ${plainDate(answer.at)}` : ''
    const who = answer?.signedBy ? ` by ${answer.signedBy}` : ''
    const words = `The request of ${holderName} was answered${who}${when}. Nothing was changed just now.`
    const title = alreadyTitles[answer?.outcome ?? 'signed']
    const link = { href: paths.request(id), text: 'See what was answered' }
    return sendPage(reply, <ToldPage {...own} {...{ title, words, link }} team />, 409)
  }
}

const alreadyTitles: Readonly<Record<RequestOutcome, string>> = {
  signed: 'You have already signed this',
  declined: 'You have already declined this',
  'taken-back': 'This request was taken back',
  'signed-by-other': 'A colleague has signed this already',
}

/** The worker's answers and what they show are seen while the request is open, their notes never. */
async function readAsked(db: Transaction, person: Person, id: string) {
  const request = await getRequestTo(db, { id, assessorId: person.id })
  const { holderId, edition, organisation, section } = request
  const seen = { holderId, what: 'request', subjectId: id, about: section } as const
  await recordViewing(db, { ...seen, viewer: person, organisation })
  const place = { requestId: id, assessorId: person.id }
  return {
    request,
    answers: await listAnswers(db, { holderId, edition }),
    evidence: await listEvidence(db, { holderId, requestId: id }),
    draft: await findSigningDraft(db, place),
    signing: await findSigningOf(db, place),
    renewal: await findRenewal(db, place),
    issuers: await listIssuers(db, request.organisation),
  }
}

function statementsOf(edition: Edition, request: SignOffRequest, codes: readonly string[]) {
  return confirmedStatements(findSection(edition, request.section).section, codes)
}
