/** What the two agree on: adding it, and saying how it goes. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { atFirstPart } from '../../ui/day-question.tsx'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { getAgreedAction, listActionVersions } from './agreed-actions-store.ts'
import { type ActionFields, compareActions } from './model/session.ts'
import { type Supervising, sideOf } from './model/supervising.ts'
import type { ActionEntered } from './model/supervision-entered.ts'
import { ActionPage } from './pages/action-page.tsx'
import { dayOfSession, doerWords, stateWords } from './pages/supervision-words.ts'
import { readOwnSession } from './session-routes.tsx'
import { getSupervising } from './supervising-store.ts'
import { addAgreedAction, changeAgreedAction } from './supervision-actions/agree-actions.ts'
import { actionForm, usualDue } from './supervision-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function agreedActionsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  async function sendNew(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: ActionEntered; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const { session, side } = await asActor(db, person, (db) =>
      readOwnSession(db, person, idOf(request.params.id)),
    )
    const due = partsOfDay(usualDue(dayOf(now())))
    const fresh = { words: '', doer: '', due, state: 'open', findings: [] }
    const view = {
      ...{ side, names: session, action: paths.addAgreedAction(session.id), id: randomUUID() },
      back: { href: paths.supervisionSession(session.id), text: dayOfSession(session) },
      ...{ entered: form?.entered ?? fresh, errors: atFirstPart(form?.errors, ['due']) },
    }
    const page = <ActionPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.addAgreedAction(':id'), (request, reply) =>
    sendNew(request, reply),
  )

  app.post<{ Params: Params }>(paths.addAgreedAction(':id'), async (request, reply) => {
    const sessionId = idOf(request.params.id)
    const form = actionForm(request.body, { today: dayOf(now()) })
    if (!form.ok) return sendNew(request, reply, form)
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    await addAgreedAction(site, signedIn(request), { id, sessionId, fields: form.value })
    return reply.redirect(paths.supervisionSession(sessionId, 'action'), 303)
  })

  async function readAction(request: Request) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    return asActor(db, person, async (db) => {
      const action = await getAgreedAction(db, { id })
      const of = { id: action.supervisingId, personId: person.id }
      const supervising = await getSupervising(db, of)
      const side = sideOf(supervising, person.id) ?? 'worker'
      return { action, supervising, side, versions: await listActionVersions(db, { id }) }
    })
  }

  async function sendAction(
    request: Request,
    reply: FastifyReply,
    form?: {
      readonly entered: ActionEntered
      readonly errors?: readonly FieldFault[]
      readonly mine?: ActionFields
    },
  ) {
    const { action, supervising, side, versions } = await readAction(request)
    const { words, doer, dueOn, state } = action
    const due = dueOn === undefined ? { day: '', month: '', year: '' } : partsOfDay(dueOn)
    const now = { words, doer, due, state, findings: [] }
    const view = {
      ...{ side, names: supervising, action: paths.agreedAction(action.id), versions },
      back: { href: paths.supervising(supervising.id), text: 'Supervision' },
      ...{ version: action.version, mayChange: supervising.stands || side === 'worker' },
      ...{ entered: form?.entered ?? now, errors: atFirstPart(form?.errors, ['due']) },
      overtaken: form?.mine && differences(action, form.mine, supervising),
    }
    const page = <ActionPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form === undefined ? 200 : form.mine ? 409 : 422)
  }

  app.get<{ Params: Params }>(paths.agreedAction(':id'), (request, reply) =>
    sendAction(request, reply),
  )

  app.post<{ Params: Params }>(paths.agreedAction(':id'), async (request, reply) => {
    const { action, supervising } = await readAction(request)
    const form = actionForm(request.body, { today: dayOf(now()), dueBefore: action.dueOn })
    if (!form.ok) return sendAction(request, reply, form)
    const version = Number(textField(request.body, 'version')) || 0
    const said = { id: action.id, version, fields: form.value }
    const result = await changeAgreedAction(site, signedIn(request), said)
    if (result === 'overtaken') {
      return sendAction(request, reply, { entered: form.entered, mine: form.value })
    }
    return reply.redirect(paths.supervising(supervising.id, 'action'), 303)
  })
}

/** What it says now, where that is not what was sent. */
function differences(now: ActionFields, mine: ActionFields, names: Supervising): readonly string[] {
  const says: Readonly<Record<keyof ActionFields, string>> = {
    words: `What: ${now.words}`,
    doer: `Who: ${doerWords(now.doer, names)}`,
    dueOn: `By when: ${now.dueOn === undefined ? 'no day' : dayInWords(now.dueOn)}`,
    state: `How it goes: ${stateWords[now.state]}`,
  }
  return compareActions(now, mine).map((field) => says[field])
}
