/** What a worker asked for, and what a manager answers. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasPermission, type Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { listEntries } from '../../passports/entries/entries-store.ts'
import { ownEdition } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { answerAsk, attendCourse, fileInPassport, managedBy, withdrawAsk } from './asks-actions.ts'
import { getAskTo, getOwnAsk, listAsksTo, listOwnAsks } from './asks-store.ts'
import { answerForm, attendedForm } from './learning-forms.ts'
import { nothingAnswered } from './model/entered.ts'
import { LearningAskPage, type LearningAskPageProps } from './pages/learning-ask-page.tsx'
import {
  AnswerLearningPage,
  type AnswerLearningPageProps,
  LearningAskedPage,
} from './pages/learning-asked-pages.tsx'
import { OwnLearningPage } from './pages/own-learning-page.tsx'
import { takeBackMissing } from './wishes-actions.ts'
import { listOwnWishes } from './wishes-store.ts'

type OfAsk = FastifyRequest<{ Params: Params }>

export function asksRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.ownLearning(), async (request, reply) => {
    const person = signedIn(request)
    const whose = { holderId: person.id }
    const view = await asActor(db, person, async (db) => ({
      asks: await listOwnAsks(db, whose),
      wishes: await listOwnWishes(db, whose),
    }))
    const { edition } = await ownEdition(shelf, person)
    const page = { ...view, edition, done: textField(request.query, 'done') }
    return sendPage(reply, <OwnLearningPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post<{ Params: Params }>('/learning/missing/:id/take-back', async (request, reply) => {
    await takeBackMissing(site, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.ownLearning('taken-back'), 303)
  })

  app.get<{ Params: Params }>('/learning/mine/:id', (request, reply) =>
    sendAsk(request, reply, { on: noDay }),
  )

  async function sendAsk(
    request: OfAsk,
    reply: FastifyReply,
    { on, errors }: Pick<LearningAskPageProps, 'on' | 'errors'>,
  ) {
    const person = signedIn(request)
    const view = await readAsk(person, idOf(request.params.id))
    const { edition } = await shelf.get(view.ask.shown.edition)
    const page = { ...view, edition, on, errors, done: textField(request.query, 'done') }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <LearningAskPage {...own} {...page} />, errors === undefined ? 200 : 422)
  }

  /** Throws NotFound for somebody else's. */
  function readAsk(person: Person, id: string) {
    const holderId = person.id
    return asActor(db, person, async (db) => {
      const ask = await getOwnAsk(db, { id, holderId })
      const entries = ask.attendedOn === undefined ? [] : await listEntries(db, { holderId })
      return { ask, filed: entries.some((entry) => entry.id === id) }
    })
  }

  app.post<{ Params: Params }>('/learning/mine/:id/withdraw', async (request, reply) => {
    const id = idOf(request.params.id)
    await withdrawAsk(site, signedIn(request), id)
    return reply.redirect(paths.learningAsk(id, 'withdrawn'), 303)
  })

  app.post<{ Params: Params }>('/learning/mine/:id/attended', async (request, reply) => {
    const person = signedIn(request)
    const { ask } = await readAsk(person, idOf(request.params.id))
    const form = attendedForm(request.body, { today: dayOf(now()), since: dayOf(ask.askedAt) })
    if (!form.ok) return sendAsk(request, reply, { on: form.entered, errors: form.errors })
    await attendCourse(site, person, { id: ask.id, on: form.value })
    return reply.redirect(paths.learningAsk(ask.id, 'attended'), 303)
  })

  app.post<{ Params: Params }>('/learning/mine/:id/file', async (request, reply) => {
    const id = idOf(request.params.id)
    const kept = await fileInPassport(site, signedIn(request), id)
    if (kept === 'too-many') return reply.redirect(paths.entries(), 303)
    return reply.redirect(paths.ownEntry(id, 'added'), 303)
  })

  app.get(paths.learningAsks(), async (request, reply) => {
    const person = managerIn(request)
    const asks = await asActor(db, person, (db) =>
      listAsksTo(db, { organisations: managedBy(person) }),
    )
    const page = { asks, done: textField(request.query, 'done') }
    return sendPage(reply, <LearningAskedPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/team/learning/:id', (request, reply) =>
    sendAsked(request, reply, { entered: nothingAnswered }),
  )

  app.post<{ Params: Params }>('/team/learning/:id', async (request, reply) => {
    const person = managerIn(request)
    const form = answerForm(request.body)
    if (!form.ok) return sendAsked(request, reply, form)
    await answerAsk(site, person, { id: idOf(request.params.id), ...form.value })
    return reply.redirect(paths.learningAsks('answered'), 303)
  })

  async function sendAsked(
    request: OfAsk,
    reply: FastifyReply,
    { entered, errors }: Pick<AnswerLearningPageProps, 'entered' | 'errors'>,
  ) {
    const person = managerIn(request)
    const asked = { id: idOf(request.params.id), organisations: managedBy(person) }
    const ask = await asActor(db, person, (db) => getAskTo(db, asked))
    if (ask.holderId === person.id) throw new NotFound(`request ${ask.id}`)
    const { edition } = await shelf.get(ask.shown.edition)
    const page = { ask, edition, entered, errors }
    const own = ownPage(request, reply, site)
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <AnswerLearningPage {...own} {...page} />, status)
  }
}

const noDay = { day: '', month: '', year: '' }

/** Throws SignedOut, and NotFound for whoever manages nobody. */
function managerIn(request: FastifyRequest): Person {
  const person = signedIn(request)
  if (!hasPermission(person, 'manage-team')) throw new NotFound('what people ask to learn')
  return person
}
