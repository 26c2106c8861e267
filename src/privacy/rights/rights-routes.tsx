/** What I asked for, what I object to, and what became of it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listAllMemberships } from '../../accounts/accounts-record-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import type { FieldError } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { mayObject, type Purpose } from '../purposes/model/purpose.ts'
import { readPurposes } from '../purposes/purposes-content.ts'
import type { EnteredObjection } from './model/entered.ts'
import { answerDueOn } from './model/rights-request.ts'
import { ObjectPage } from './pages/ask-pages.tsx'
import { AskedListPage, AskedPage } from './pages/asked-pages.tsx'
import { askForRight } from './rights-actions.ts'
import { objectionForm } from './rights-forms.ts'
import { getOwnRight, listOwnRights } from './rights-store.ts'

interface To {
  readonly to?: string
}

export function rightsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const { purposes } = readPurposes()

  app.get(paths.asked(), async (request, reply) => {
    const person = signedIn(request)
    const requests = await asActor(db, person, (db) => listOwnRights(db, { personId: person.id }))
    const view = { requests, today: dayOf(now()) }
    return sendPage(reply, <AskedListPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params; Querystring: { done?: string } }>(
    '/account/asked/:id',
    async (request, reply) => {
      const person = signedIn(request)
      const wanted = { id: idOf(request.params.id), personId: person.id }
      const asked = await asActor(db, person, (db) => getOwnRight(db, wanted))
      const view = { request: asked, today: dayOf(now()), done: request.query.done }
      return sendPage(reply, <AskedPage {...ownPage(request, reply, site)} {...view} />)
    },
  )

  app.get<{ Querystring: To }>('/account/object', async (request, reply) => {
    const purpose = purposeOf(request.query)
    const entered = { organisation: '', words: '', findings: [] }
    return sendObject(request, reply, { purpose, entered })
  })

  app.post<{ Querystring: To }>('/account/object', async (request, reply) => {
    const person = signedIn(request)
    const purpose = purposeOf(request.query)
    const employers = await employersFor(person, purpose)
    const slugs = employers.map(({ slug }) => slug)
    const form = objectionForm(request.body, slugs)
    if (!form.ok) {
      const { entered, errors } = form
      return sendObject(request, reply, { purpose, entered, errors })
    }
    const asking = { about: `purpose:${purpose.id}`, aboutWords: purpose.title, ...form.value }
    const { id, outcome } = await askForRight(site, person, { kind: 'objection', ...asking })
    return reply.redirect(paths.askedOne(id, outcome), 303)
  })

  async function sendObject(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: {
      readonly purpose: Purpose
      readonly entered: EnteredObjection
      readonly errors?: readonly FieldError[]
    },
  ) {
    const employers = await employersFor(signedIn(request), shown.purpose)
    const view = { ...shown, employers, dueOn: answerDueOn(dayOf(now())) }
    const page = <ObjectPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, shown.errors === undefined ? 200 : 422)
  }

  /** Throws NotFound for what nobody can object to: a duty in law, or a contract. */
  function purposeOf({ to }: To): Purpose {
    const purpose = purposes.find(({ id }) => id === to)
    if (purpose === undefined || !mayObject(purpose)) throw new NotFound(`a use called ${to}`)
    return purpose
  }

  /** Whoever employs or employed them answers for its own part; for the rest, the service does. */
  async function employersFor(person: Person, { controller }: Purpose) {
    if (controller !== 'employer' && controller !== 'joint') return []
    const whose = { personId: person.id }
    const jobs = await asActor(db, person, (db) => listAllMemberships(db, whose))
    const names = new Map(
      jobs.map(({ organisation, organisationName }) => [organisation, organisationName]),
    )
    return [...names].map(([slug, name]) => ({ slug, name }))
  }
}
