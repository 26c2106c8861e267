/** One's own complaints, and those that one has to answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { Regulator } from '../purposes/model/purpose.ts'
import { viewOf } from './complaint-view.ts'
import { openToAnswer, takeStep } from './complaints-actions.ts'
import { stepForm } from './complaints-forms.ts'
import { getOwnComplaint, listComplaintsFor, listOwnComplaints } from './complaints-store.ts'
import { type Complaint, type StepKind, stepKinds } from './model/complaint.ts'
import { AnswerComplaintPage } from './pages/answer-complaint-page.tsx'
import { ComplaintPage } from './pages/complaint-page.tsx'
import { ComplaintsPage } from './pages/complaints-page.tsx'

export function complaintsRoutes(app: FastifyInstance, site: Site, regulator: Regulator): void {
  const { db, now, config } = site

  app.get(paths.complaints(), async (request, reply) => {
    const person = signedIn(request)
    const found = await asActor(db, person, async (db) => ({
      own: await listOwnComplaints(db, { complainantId: person.id }),
      toAnswer: await listComplaintsFor(db, { answererId: person.id }),
    }))
    const view = {
      own: found.own.map((one) => viewOf(one, now())),
      toAnswer: found.toAnswer.map((one) => viewOf(one, now())),
      answers: hasPermission(person, 'manage-team') || hasPermission(person, 'steward-framework'),
    }
    return sendPage(reply, <ComplaintsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params; Querystring: { done?: unknown } }>(
    paths.complaint(':id'),
    async (request, reply) => {
      const complaint = await findOwn(request)
      if (complaint === undefined) return sendToAnswer(request, reply)
      const own = ownPage(request, reply, site)
      const visitor = { ...own, csrfToken: own.account.csrfToken, demo: config.demo }
      const view = { ...viewOf(complaint, now()), regulator }
      return sendPage(reply, <ComplaintPage {...visitor} {...view} />)
    },
  )

  async function findOwn(
    request: FastifyRequest<{ Params: Params }>,
  ): Promise<Complaint | undefined> {
    const person = signedIn(request)
    const wanted = { id: idOf(request.params.id), complainantId: person.id }
    return asActor(db, person, (db) => getOwnComplaint(db, wanted)).catch(unlessNotFound)
  }

  async function readToAnswer(request: FastifyRequest<{ Params: Params }>) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    return viewOf(await asActor(db, person, (db) => openToAnswer(db, person, id)), now())
  }

  async function sendToAnswer(
    request: FastifyRequest<{ Params: Params; Querystring: { done?: unknown } }>,
    reply: FastifyReply,
  ) {
    const view = await readToAnswer(request)
    const taken = view.complaint.steps.at(-1)?.kind
    const done = taken === request.query.done ? taken : undefined
    const own = ownPage(request, reply, site)
    return sendPage(reply, <AnswerComplaintPage {...own} {...view} done={done} />)
  }

  app.post<{ Params: Params }>(paths.complaintStep(':id', ':kind'), async (request, reply) => {
    const person = signedIn(request)
    const view = await readToAnswer(request)
    const kind = stepKindOf(request.params)
    const form = stepForm(request.body, kind)
    if (!form.ok) {
      const { entered, errors } = form
      const own = ownPage(request, reply, site)
      const page = <AnswerComplaintPage {...own} {...view} {...{ entered, errors }} />
      return sendPage(reply, page, 422)
    }
    const { id } = view.complaint
    const outcome = await takeStep(site, person, { id, ...form.value })
    if (outcome === 'already') throw new Conflict(already)
    return reply.redirect(`${paths.complaint(id)}?done=${kind}`, 303)
  })
}

const already =
  'Somebody has done this already, or has answered the complaint. Nothing was sent again.'

/** Throws NotFound. */
function stepKindOf({ kind }: Params): StepKind {
  const found = stepKinds.find((one) => one === kind)
  if (found === undefined) throw new NotFound(`step ${kind}`)
  return found
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}
