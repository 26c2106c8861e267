/** My professional registration; and a colleague's, looked up on the public register by hand. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { ManagersRequest } from '../memberships/managing.ts'
import { getEmployer, getPersonAt } from '../memberships/people-store.ts'
import type { CheckEntered, RegistrationEntered } from './model/entered.ts'
import {
  CheckRegistrationPage,
  OwnRegistrationPage,
  type RegistrationChange,
  registrationChanges,
} from './pages/registration-pages.tsx'
import { RegistrationsPage } from './pages/registrations-page.tsx'
import { readRegisters } from './registers-content.ts'
import {
  checkRegistration,
  endRegistration,
  recordRegistration,
  requireChecker,
} from './registrations-actions.ts'
import { checkForm, freshRegistration, registrationForm } from './registrations-forms.ts'
import { listAssessorsAt, listRegistrations } from './registrations-store.ts'

type Faults = readonly { readonly field: string; readonly message: string }[]

export function registrationsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const registers = readRegisters()

  app.get(paths.ownRegistration(), (request, reply) =>
    sendOwn(request, reply, { entered: freshRegistration }),
  )

  app.post(paths.ownRegistration(), async (request, reply) => {
    const person = signedIn(request)
    const form = registrationForm(request.body, registers)
    if (!form.ok) return sendOwn(request, reply, form)
    await recordRegistration(db, person, { ...form.value, now: now() })
    return reply.redirect(paths.ownRegistration('recorded'), 303)
  })

  app.post<{ Params: Params }>('/account/registration/:id/end', async (request, reply) => {
    await endRegistration(db, signedIn(request), { id: idOf(request.params.id), now: now() })
    return reply.redirect(paths.ownRegistration('ended'), 303)
  })

  async function sendOwn(
    request: Parameters<typeof signedIn>[0],
    reply: FastifyReply,
    { entered, errors }: { readonly entered: RegistrationEntered; readonly errors?: Faults },
  ) {
    const person = signedIn(request)
    const standing = await asActor(db, person, (db) =>
      listRegistrations(db, { personId: person.id }),
    )
    const page = { registers, standing, entered, errors, done: doneOf(request.query) }
    const own = ownPage(request, reply, site)
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <OwnRegistrationPage {...own} {...page} />, status)
  }

  app.get<{ Params: Params }>('/orgs/:slug/people/registrations', async (request, reply) => {
    const { checker, organisation } = checkerOf(request)
    const view = await asActor(db, checker, async (db) => ({
      employer: await getEmployer(db, organisation),
      assessors: await listAssessorsAt(db, { organisation }),
    }))
    const done = textField(request.query, 'done') === 'checked'
    const page = { ...view, checkerId: checker.id, today: dayOf(now()), done }
    return sendPage(reply, <RegistrationsPage {...ownPage(request, reply, site)} {...page} />)
  })

  const checkPath = '/orgs/:slug/people/:person/registrations/:registration'

  app.get<{ Params: Params }>(checkPath, (request, reply) =>
    sendCheck(request, reply, { entered: { outcome: '', on: partsOfDay(dayOf(now())) } }),
  )

  app.post<{ Params: Params }>(checkPath, async (request, reply) => {
    const { checker, organisation, personId } = askedOf(request)
    const form = checkForm(request.body, dayOf(now()))
    if (!form.ok) return sendCheck(request, reply, form)
    const registrationId = idOf(request.params.registration)
    const id = idOf(textField(request.body, 'id'))
    const checked = { id, organisation, personId, registrationId, ...form.value }
    await checkRegistration(db, checker, checked)
    return reply.redirect(paths.registrations(organisation, 'checked'), 303)
  })

  async function sendCheck(
    request: ManagersRequest,
    reply: FastifyReply,
    { entered, errors }: { readonly entered: CheckEntered; readonly errors?: Faults },
  ) {
    const { checker, organisation, personId } = askedOf(request)
    const wanted = readId(request.params.registration)
    const view = await asActor(db, checker, async (db) => {
      const standing = await listRegistrations(db, { personId, checkedAt: organisation })
      const registration = standing.find(({ id }) => id === wanted)
      if (registration === undefined) throw new NotFound('no such registration')
      const person = await getPersonAt(db, { personId, organisation })
      return { employer: await getEmployer(db, organisation), person, registration }
    })
    const register = registers.find(({ regulator }) => regulator === view.registration.regulator)
    const checkId = readId(textField(request.body, 'id')) ?? randomUUID()
    const page = { ...view, register, checkId, entered, errors }
    const own = ownPage(request, reply, site)
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <CheckRegistrationPage {...own} {...page} />, status)
  }
}

function checkerOf(request: ManagersRequest) {
  const checker = signedIn(request)
  const { slug: organisation = '' } = request.params
  requireChecker(checker, organisation)
  return { checker, organisation }
}

function askedOf(request: ManagersRequest) {
  return { ...checkerOf(request), personId: idOf(request.params.person) }
}

function doneOf(query: unknown): RegistrationChange | undefined {
  const done = textField(query, 'done')
  return (Object.keys(registrationChanges) as RegistrationChange[]).find((one) => one === done)
}
