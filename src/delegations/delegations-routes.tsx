/** Delegated tasks: the list, each of them, and what is done with it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission, type Person } from '../actor.ts'
import { recordViewing } from '../audit/viewings-store.ts'
import { asActor } from '../database/as-actor.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { paths } from '../paths.ts'
import type { FieldFault } from '../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { type DateParts, partsOfDay, textField } from '../web/posted-form.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { codeRoutes } from './code-routes.tsx'
import { delegateRoutes } from './delegate-routes.tsx'
import { reasonForm, reviewForm } from './delegation-forms.ts'
import { type OwnStep, ownSteps, takeStep } from './delegations-actions/take-step.ts'
import { getDelegation } from './delegations-store.ts'
import { editionOf } from './edition-of.ts'
import { glanceRoutes } from './glance-routes.tsx'
import { handOverRoutes } from './hand-over-routes.tsx'
import { findOpenHandover } from './handovers-store.ts'
import { localTaskRoutes } from './local-task-routes.tsx'
import type { ReasonEntered } from './model/entered.ts'
import { DelegationPage } from './pages/delegation-page.tsx'
import { DelegationsPage } from './pages/delegations-page.tsx'
import { partOf } from './part-of.ts'
import { readLines } from './read-lines.ts'
import { readOwnDelegations, withStates } from './read-own-delegations.ts'
import { recordRoutes } from './record-routes.tsx'
import { taskRoutes } from './task-routes.tsx'

type Request = FastifyRequest<{ Params: Params }>

export function delegationsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.delegations(), async (request, reply) => {
    const person = signedIn(request)
    const today = dayOf(now())
    const view = await asActor(db, person, (db) => readOwnDelegations(db, { person, today }))
    const done = textField(request.query, 'done')
    const mayDelegate = hasPermission(person, 'delegate')
    const mayKeepLocal = mayDelegate || hasPermission(person, 'manage-team')
    const own = ownPage(request, reply, site)
    const page = <DelegationsPage {...own} {...view} {...{ done, mayDelegate, mayKeepLocal }} />
    return sendPage(reply, page)
  })

  async function readOne(person: Person, id: string) {
    const today = dayOf(now())
    const stored = await editionOf(db, shelf, { actor: person, id })
    return asActor(db, person, async (db) => {
      const delegation = await getDelegation(db, id)
      const part = partOf(delegation, person)
      if (part === undefined) throw new NotFound(`delegation ${id}`)
      const [looked] = await withStates(db, [delegation], today)
      if (looked === undefined) throw new NotFound(`delegation ${id}`)
      const shown = await readLines(db, stored, { ...looked, part, today })
      if (part === 'delegator' && shown !== undefined && looked.state !== 'refused') {
        const { organisation } = delegation.delegator
        const looked = { holderId: delegation.worker.id, what: 'delegation' } as const
        await recordViewing(db, { ...looked, subjectId: id, viewer: person, organisation })
      }
      const handover = await findOpenHandover(db, { delegationId: id })
      return { ...looked, ...shown, part, handover, edition: stored.edition }
    })
  }

  async function sendOne(
    request: Request,
    reply: FastifyReply,
    form: {
      readonly reason?: ReasonEntered
      readonly review?: DateParts
      readonly errors?: readonly FieldFault[]
    } = {},
  ) {
    const view = await readOne(signedIn(request), idOf(request.params.id))
    const { reason = { why: '', findings: [] }, errors } = form
    const review = form.review ?? partsOfDay(view.reviewOn)
    const shown = { reason, review, errors, now: now(), done: textField(request.query, 'done') }
    const page = <DelegationPage {...ownPage(request, reply, site)} {...view} {...shown} />
    return sendPage(reply, page, errors ? 422 : 200)
  }

  app.get<{ Params: Params }>('/delegations/:id', (request, reply) => sendOne(request, reply))

  async function takeAndShow(
    request: Request,
    reply: FastifyReply,
    { kind, day }: { readonly kind: OwnStep; readonly day?: string | undefined },
  ) {
    const id = idOf(request.params.id)
    const form = reasonForm(request.body)
    if (!form.ok) return sendOne(request, reply, { reason: form.entered, errors: form.errors })
    await takeStep(site, shelf, signedIn(request), { id, kind, why: form.value, day })
    return reply.redirect(paths.delegation(id, kind), 303)
  }

  app.post<{ Params: Params }>('/delegations/:id/answer', async (request, reply) => {
    const kind = stepIn(request.body, 'answer', ['accepted', 'refused', 'agreed', 'not-agreed'])
    if (kind !== undefined) return takeAndShow(request, reply, { kind })
    const errors = [{ field: 'answer', message: 'Select yes or no' }]
    return sendOne(request, reply, { errors })
  })

  app.post<{ Params: Params }>('/delegations/:id/step', async (request, reply) => {
    const kind = stepIn(request.body, 'kind', [
      'paused',
      'ready',
      'resumed',
      'withdrawn',
      'given-back',
    ])
    if (kind === undefined) return sendOne(request, reply)
    return takeAndShow(request, reply, { kind })
  })

  app.post<{ Params: Params }>('/delegations/:id/review', async (request, reply) => {
    const form = reviewForm(request.body, dayOf(now()))
    if (!form.ok) return sendOne(request, reply, { review: form.entered, errors: form.errors })
    return takeAndShow(request, reply, { kind: 'review-moved', day: form.value })
  })

  taskRoutes(app, site, shelf)
  delegateRoutes(app, site, shelf)
  handOverRoutes(app, site)
  codeRoutes(app, site)
  localTaskRoutes(app, site, shelf)
  glanceRoutes(app, site, shelf)
  recordRoutes(app, site)
}

function stepIn(body: unknown, field: string, offered: readonly OwnStep[]): OwnStep | undefined {
  const sent = textField(body, field)
  return ownSteps.find((kind) => kind === sent && offered.includes(kind))
}
