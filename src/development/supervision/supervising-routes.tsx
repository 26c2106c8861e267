/** Who supervises me, asking, saying yes, and one supervision with its sessions. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { atFirstPart } from '../../ui/day-question.tsx'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type DateParts, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listSharers } from '../standing/team-standing-store.ts'
import { listAgreedActions } from './agreed-actions-store.ts'
import { listGoalsShown } from './collect-agenda.ts'
import { type Supervising, sideOf, stateOf } from './model/supervising.ts'
import { AskSupervisionPage } from './pages/ask-supervision-page.tsx'
import { SupervisingPage } from './pages/supervising-page.tsx'
import { SupervisionListPage } from './pages/supervision-list-page.tsx'
import { listEarlierSessions, listSessions } from './sessions-store.ts'
import { getSupervising, listSupervisings, listSupervisors } from './supervising-store.ts'
import {
  agreeToSupervision,
  askForSupervision,
  endSupervision,
  showEarlierNotes,
} from './supervision-actions/agree-supervising.ts'
import { planSession } from './supervision-actions/write-session.ts'
import { colleagueKey, planForm } from './supervision-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function supervisingRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.supervision(), async (request, reply) => {
    const person = signedIn(request)
    const personId = person.id
    const view = await asActor(db, person, async (db) => ({
      supervisings: await listSupervisings(db, { personId }),
      sessions: await listSessions(db, { personId }),
    }))
    const done = textField(request.query, 'done')
    const of = { personId, done, today: dayOf(now()) }
    return sendPage(
      reply,
      <SupervisionListPage {...ownPage(request, reply, site)} {...view} {...of} />,
    )
  })

  async function sendAsk(
    request: FastifyRequest,
    reply: FastifyReply,
    errors?: readonly FieldFault[],
  ) {
    const person = signedIn(request)
    const found = await asActor(db, person, (db) => listSupervisors(db, { but: [person.id] }))
    const colleagues = found.map((one) => ({ ...one, key: colleagueKey(one) }))
    const view = { colleagues, errors, id: randomUUID() }
    const page = <AskSupervisionPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  app.get(paths.askToSupervise(), (request, reply) => sendAsk(request, reply))

  app.post(paths.askToSupervise(), async (request, reply) => {
    const person = signedIn(request)
    const found = await asActor(db, person, (db) => listSupervisors(db, { but: [person.id] }))
    const key = textField(request.body, 'colleague')
    const colleague = found.find((one) => colleagueKey(one) === key)
    if (colleague === undefined) {
      return sendAsk(request, reply, [{ field: 'colleague', message: 'Select a colleague' }])
    }
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    const { id: supervisorId, organisation } = colleague
    await askForSupervision(site, person, { id, workerId: person.id, supervisorId, organisation })
    return reply.redirect(paths.supervision('asked'), 303)
  })

  async function sendOne(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: DateParts; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const personId = person.id
    const id = idOf(request.params.id)
    const view = await asActor(db, person, async (db) => {
      const supervising = await getSupervising(db, { id, personId })
      const { follows, workerId, organisation } = supervising
      const side = sideOf(supervising, personId) ?? 'worker'
      const all = await listSessions(db, { personId })
      return {
        supervising,
        side,
        goals: side === 'supervisor' ? await listGoalsShown(db, workerId) : [],
        // Nobody is shown where they stand themselves this way.
        showsStanding: (await listSharers(db, { organisation, personId: workerId })).length > 0,
        sessions: all.filter(({ supervisingId }) => supervisingId === id),
        actions: await listAgreedActions(db, { supervisingId: id }),
        earlier: follows === undefined ? [] : await listEarlierSessions(db, { follows }),
      }
    })
    const planned = form?.entered ?? { day: '', month: '', year: '' }
    const of = {
      ...{ personId, today: dayOf(now()), plan: { id: randomUUID(), planned } },
      ...{ done: textField(request.query, 'done') },
      errors: atFirstPart(form?.errors, ['planned']),
    }
    const page = <SupervisingPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.supervising(':id'), (request, reply) => sendOne(request, reply))

  app.post<{ Params: Params }>(paths.planSession(':id'), async (request, reply) => {
    const person = signedIn(request)
    const form = planForm(request.body, { today: dayOf(now()), past: true })
    if (!form.ok) return sendOne(request, reply, form)
    const { plannedOn } = form.value
    const id = form.value.id || randomUUID()
    await planSession(site, person, { id, plannedOn, supervisingId: idOf(request.params.id) })
    return reply.redirect(paths.supervisionSession(id, 'planned'), 303)
  })

  app.post<{ Params: Params }>(paths.agreeSupervising(':id'), async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    await agreeToSupervision(site, person, id)
    const held = await asActor(db, person, (db) => getSupervising(db, { id, personId: person.id }))
    const done = stateOf(held) === 'begun' ? 'agreed' : 'agreed-waiting'
    return reply.redirect(paths.supervising(id, done), 303)
  })

  app.post<{ Params: Params }>(paths.endSupervising(':id'), async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const held = await asActor(db, person, (db) => listSupervisings(db, { personId: person.id }))
    await endSupervision(site, person, id)
    return reply.redirect(listFor(held, id, person.id), 303)
  })

  app.post<{ Params: Params }>(paths.showEarlierNotes(':id'), async (request, reply) => {
    const id = idOf(request.params.id)
    const answer = textField(request.body, 'shown')
    if (answer !== 'yes' && answer !== 'no') throw new NotFound('neither yes nor no')
    const shown = answer === 'yes'
    await showEarlierNotes(site, signedIn(request), { id, shown })
    return reply.redirect(paths.supervising(id, shown ? 'shown' : 'hidden'), 303)
  })
}

function listFor(held: readonly Supervising[], id: string, personId: string): string {
  const one = held.find((each) => each.id === id)
  const own = one !== undefined && sideOf(one, personId) === 'worker'
  return own ? paths.supervision('ended') : paths.teamSupervision('ended')
}
