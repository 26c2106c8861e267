/** One session: to read, its agenda, another day, and the confirmation. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { editionAt } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { atFirstPart } from '../../ui/day-question.tsx'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type DateParts, partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listActionsOfSession } from './agreed-actions-store.ts'
import { collectAgenda } from './collect-agenda.ts'
import { type Session, sessionState } from './model/session.ts'
import { type Side, sideOf } from './model/supervising.ts'
import type { AgendaEntered, WordsEntered } from './model/supervision-entered.ts'
import { AgendaPage } from './pages/agenda-page.tsx'
import { MovePage } from './pages/move-page.tsx'
import { SessionPage } from './pages/session-page.tsx'
import { getSession, listAgenda, listCorrections, listNotes } from './sessions-store.ts'
import {
  changeAgenda,
  confirmSession,
  correctSession,
  moveSession,
  readContent,
} from './supervision-actions/write-session.ts'
import { agendaForm, planForm, wordsForm } from './supervision-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

/** Throws NotFound for whoever does not take part. */
export async function readOwnSession(
  db: Transaction,
  person: Person,
  id: string,
): Promise<{ readonly session: Session; readonly side: Side }> {
  const session = await getSession(db, { id, personId: person.id })
  const side = sideOf(session, person.id)
  if (side === undefined) throw new NotFound(`supervision session ${id}`)
  return { session, side }
}

export function sessionRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function sendSession(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: WordsEntered; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const view = await asActor(db, person, (db) =>
      readSession(db, { person, id: idOf(request.params.id), today: dayOf(now()) }),
    )
    const correcting = form?.entered ?? { id: randomUUID(), words: '', findings: [] }
    const of = { correcting, errors: form?.errors, done: textField(request.query, 'done') }
    const page = <SessionPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.supervisionSession(':id'), (request, reply) =>
    sendSession(request, reply),
  )

  app.post<{ Params: Params }>(paths.confirmSession(':id'), async (request, reply) => {
    const id = idOf(request.params.id)
    const seen = textField(request.body, 'seen')
    const done = await confirmSession(site, signedIn(request), { id, seen })
    return reply.redirect(paths.supervisionSession(id, done), 303)
  })

  app.post<{ Params: Params }>(paths.correctSession(':id'), async (request, reply) => {
    const blank = 'Enter what is right'
    const form = wordsForm(request.body, { limit: 2000, blank })
    if (!form.ok) return sendSession(request, reply, form)
    const id = idOf(request.params.id)
    const { id: correction, words } = form.value
    await correctSession(site, signedIn(request), { id, correction, words })
    return reply.redirect(paths.supervisionSession(id, 'corrected'), 303)
  })

  async function readAgenda(request: Request) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const { session, side } = await asActor(db, person, (db) => readOwnSession(db, person, id))
    const stored = await editionAt(shelf, session.organisation)
    return asActor(db, person, async (db) => {
      const agenda = await listAgenda(db, { sessionId: session.id })
      const own = agenda.filter(({ addedBy }) => addedBy === person.id)
      const theirs = new Set(agenda.map(({ key }) => key))
      const asked = { session, side, stored, today: dayOf(now()) }
      const { offers, statements } = await collectAgenda(db, asked)
      return {
        session,
        side,
        own,
        statements,
        offers: offers.filter(({ key }) => !theirs.has(key)),
      }
    })
  }

  async function sendAgenda(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: AgendaEntered; readonly errors: readonly FieldFault[] },
  ) {
    const view = await readAgenda(request)
    const chosen = view.own.map(({ key }) => key)
    const entered = form?.entered ?? { chosen, statement: '', words: '', findings: [] }
    const of = { entered, errors: form?.errors }
    const page = <AgendaPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.supervisionAgenda(':id'), (request, reply) =>
    sendAgenda(request, reply),
  )

  app.post<{ Params: Params }>(paths.supervisionAgenda(':id'), async (request, reply) => {
    const view = await readAgenda(request)
    const form = agendaForm(request.body, view)
    if (!form.ok) return sendAgenda(request, reply, form)
    const { id } = view.session
    await changeAgenda(site, signedIn(request), { id, ...form.value })
    return reply.redirect(paths.supervisionSession(id, 'agenda'), 303)
  })

  async function sendMove(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: DateParts; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    const view = await asActor(db, person, (db) => readOwnSession(db, person, id))
    const planned = form?.entered ?? partsOfDay(view.session.plannedOn)
    const of = { planned, errors: atFirstPart(form?.errors, ['planned']) }
    const page = <MovePage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.moveSession(':id'), (request, reply) =>
    sendMove(request, reply),
  )

  app.post<{ Params: Params }>(paths.moveSession(':id'), async (request, reply) => {
    const form = planForm(request.body, { today: dayOf(now()), past: false })
    if (!form.ok) return sendMove(request, reply, form)
    const id = idOf(request.params.id)
    await moveSession(site, signedIn(request), { id, plannedOn: form.value.plannedOn })
    return reply.redirect(paths.supervisionSession(id, 'moved'), 303)
  })
}

async function readSession(
  db: Transaction,
  { person, id, today }: { readonly person: Person; readonly id: string; readonly today: string },
) {
  const session = await getSession(db, { id, personId: person.id })
  const of = { sessionId: id }
  return {
    ...{ session, today, personId: person.id, side: sideOf(session, person.id) },
    state: sessionState(session, today),
    agenda: await listAgenda(db, of),
    notes: await listNotes(db, of),
    actions: await listActionsOfSession(db, of),
    corrections: await listCorrections(db, of),
    content: await readContent(db, session),
  }
}
