/** What people asked about their records, for those who answer for them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import type { FieldError } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { EnteredAnswer } from './model/entered.ts'
import type { RightsRequest } from './model/rights-request.ts'
import { RightsRequestPage, RightsRequestsPage } from './pages/answer-pages.tsx'
import { answerRight } from './rights-actions.ts'
import { answerForm } from './rights-forms.ts'
import { getRightToAnswer, listRightsToAnswer } from './rights-store.ts'

const answering = ['issue', 'manage-team', 'steward-framework'] as const

export function answerRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.rightsRequests(), async (request, reply) => {
    const person = answerer(request)
    const requests = await asActor(db, person, (db) =>
      listRightsToAnswer(db, { answererId: person.id }),
    )
    const view = { requests, today: dayOf(now()) }
    return sendPage(reply, <RightsRequestsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params; Querystring: { done?: string } }>(
    '/team/rights-requests/:id',
    async (request, reply) => {
      const asked = await readAsked(answerer(request), request.params)
      const entered = { outcome: '', words: '', findings: [] }
      const done = request.query.done === 'answered' && asked.answer !== undefined
      return sendAsked(request, reply, { request: asked, entered, done })
    },
  )

  app.post<{ Params: Params }>('/team/rights-requests/:id', async (request, reply) => {
    const person = answerer(request)
    const asked = await readAsked(person, request.params)
    const form = answerForm(request.body)
    if (asked.answer !== undefined) return reply.redirect(paths.rightsRequest(asked.id), 303)
    if (!form.ok) {
      const { entered, errors } = form
      return sendAsked(request, reply, { request: asked, entered, errors, done: false })
    }
    const outcome = await answerRight(site, person, { id: asked.id, ...form.value })
    const done = outcome === 'answered' ? outcome : undefined
    return reply.redirect(paths.rightsRequest(asked.id, done), 303)
  })

  function readAsked(person: Person, params: Params): Promise<RightsRequest> {
    const wanted = { id: idOf(params.id), answererId: person.id }
    return asActor(db, person, async (db) => {
      const asked = await getRightToAnswer(db, wanted)
      await recordViewing(db, {
        ...{ holderId: asked.personId, viewer: person, organisation: lookingFor(person, asked) },
        ...{ what: 'rights-request', subjectId: asked.id },
      })
      return asked
    })
  }

  function sendAsked(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: {
      readonly request: RightsRequest
      readonly entered: EnteredAnswer
      readonly errors?: readonly FieldError[]
      readonly done: boolean
    },
  ) {
    const own = ownPage(request, reply, site)
    const page = <RightsRequestPage {...own} {...shown} today={dayOf(now())} />
    return sendPage(reply, page, shown.errors === undefined ? 200 : 422)
  }
}

/** Throws NotFound for whoever answers for nothing. */
function answerer(request: FastifyRequest): Person {
  const person = signedIn(request)
  if (person.permissions.some(({ permission }) => answering.some((one) => one === permission))) {
    return person
  }
  throw new NotFound('nobody asks them')
}

/** The organisation that was asked; a steward looks for their own. */
function lookingFor({ permissions }: Person, { organisation }: RightsRequest): string | undefined {
  const mine = permissions.filter(({ permission }) => answering.some((one) => one === permission))
  return (mine.find((held) => held.organisation === organisation) ?? mine[0])?.organisation
}
