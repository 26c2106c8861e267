/** A registrant finds whom to ask, looks at where they stand, and decides. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listMemberships } from '../accounts/accounts-store.ts'
import type { Person } from '../actor.ts'
import { recordViewing } from '../audit/viewings-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { editionAt } from '../passports/passports-edition.ts'
import { readLevel } from '../passports/passports-forms.ts'
import { findOwnRole } from '../passports/passports-store.ts'
import { paths } from '../paths.ts'
import type { FieldFault } from '../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { chosenField, textField } from '../web/posted-form.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { decisionForm, freshDecision, tasksForm } from './delegation-forms.ts'
import { arrangementOf, askWorker, readDelegator } from './delegations-actions/ask-worker.ts'
import { openByCode } from './delegations-actions/openings.ts'
import { findAskableWorker, findColleagues, findRegisteredProfession } from './delegations-store.ts'
import type { DecisionEntered } from './model/entered.ts'
import { findTasks } from './model/task.ts'
import { ChooseTasksPage } from './pages/choose-tasks-page.tsx'
import { DecidePage } from './pages/decide-page.tsx'
import { DelegatePage } from './pages/delegate-page.tsx'
import { readSeenHere } from './read-standing.ts'
import { readOffered } from './read-tasks.ts'

type Request = FastifyRequest<{ Params: Params }>

const longestSearch = 100

export function delegateRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function sendDelegate(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly code: string; readonly errors?: readonly FieldFault[] } = { code: '' },
  ) {
    const person = signedIn(request)
    const at = placeOf(person, form.errors ? request.body : request.query)
    const name = textField(request.query, 'name').slice(0, longestSearch)
    const view = await asActor(db, person, async (db) => ({
      places: await readPlaces(db, person),
      found:
        name.length < 2
          ? []
          : await findColleagues(db, { organisation: at, name, personId: person.id }),
    }))
    const own = ownPage(request, reply, site)
    const page = <DelegatePage {...own} {...view} {...form} {...{ at, name }} />
    return sendPage(reply, page, form.errors ? 422 : 200)
  }

  app.get(paths.delegate(), (request, reply) => sendDelegate(request, reply))

  app.post(paths.openWorker(), async (request, reply) => {
    const person = signedIn(request)
    const organisation = placeOf(person, request.body)
    const code = textField(request.body, 'code')
    const workerId = await openByCode(db, person, { code, organisation })
    if (workerId !== undefined) {
      return reply.redirect(paths.delegateTo(workerId, { at: organisation }), 303)
    }
    const errors = [{ field: 'code', message: 'That code does not work. Ask them for a new one' }]
    return sendDelegate(request, reply, { code, errors })
  })

  /** Throws NotFound for somebody whom they may not ask. */
  async function readAsked(request: Request, sent: unknown) {
    const person = signedIn(request)
    const at = placeOf(person, sent)
    const workerId = idOf(request.params.worker)
    const stored = await editionAt(shelf, at)
    const level = readLevel(textField(sent, 'level')) ?? 'entry'
    const today = dayOf(now())
    const read = await asActor(db, person, async (db) => {
      const worker = await findAskableWorker(db, { workerId, organisation: at })
      if (worker === undefined) throw new NotFound(`worker ${workerId}`)
      const offered = await readOffered(db, { stored, level, organisations: [at], today })
      const registered = await findRegisteredProfession(db, { personId: person.id })
      const { profession = registered } = await findOwnRole(db, person.id)
      return { worker, offered, ownProfession: profession }
    })
    return { person, at, workerId, stored, level, today, ...read }
  }

  type AskedView = Awaited<ReturnType<typeof readAsked>>

  function sendTasks(
    request: Request,
    reply: FastifyReply,
    view: AskedView,
    form: { readonly chosen: readonly string[]; readonly errors?: readonly FieldFault[] },
  ) {
    const { stored, offered, ownProfession, person: _, ...shown } = view
    const sent = textField(request.query, 'profession')
    const asked = Object.hasOwn(Object(request.query), 'profession')
    const profession = asked ? sent : (ownProfession ?? '')
    const tasks = findTasks(offered, { profession: profession || undefined, words: '' })
    const kept = offered.filter(
      ({ key }) => form.chosen.includes(key) && !tasks.some((t) => t.key === key),
    )
    const page = (
      <ChooseTasksPage
        {...ownPage(request, reply, site)}
        {...shown}
        {...form}
        {...{ profession, edition: stored.edition, tasks: [...tasks, ...kept] }}
      />
    )
    return sendPage(reply, page, form.errors ? 422 : 200)
  }

  app.get<{ Params: Params }>('/delegations/new/:worker', async (request, reply) => {
    const view = await readAsked(request, request.query)
    const chosen = chosenField(
      request.query,
      'task',
      view.offered.map(({ key }) => key),
    )
    return sendTasks(request, reply, view, { chosen })
  })

  async function sendDecide(
    request: Request,
    reply: FastifyReply,
    view: AskedView,
    form: {
      readonly chosen: readonly string[]
      readonly entered: DecisionEntered
      readonly errors?: readonly FieldFault[]
    },
  ) {
    const { person, at, workerId, stored, today, offered, worker } = view
    const tasks = offered.filter(({ key }) => form.chosen.includes(key))
    const seen = await asActor(db, person, async (db) => {
      const delegator = await readDelegator(db, person, at)
      if (!worker.opened) {
        const looked = { holderId: workerId, what: 'delegation', viewer: person } as const
        await recordViewing(db, { ...looked, organisation: at })
      }
      const lines = []
      for (const task of tasks) {
        const asked = { workerId, organisation: at, codes: task.codes, today }
        lines.push({ task, lines: await readSeenHere(db, stored, asked) })
      }
      return { delegator, seen: lines }
    })
    const arrangement = arrangementOf(worker, at)
    const { ownProfession: _, offered: __, person: ___, ...shown } = view
    const page = (
      <DecidePage
        {...ownPage(request, reply, site)}
        {...shown}
        {...seen}
        {...{ arrangement, edition: stored.edition, entered: form.entered, errors: form.errors }}
      />
    )
    return sendPage(reply, page, form.errors ? 422 : 200)
  }

  app.get<{ Params: Params }>('/delegations/new/:worker/decide', async (request, reply) => {
    const view = await readAsked(request, request.query)
    const keys = view.offered.map(({ key }) => key)
    const form = tasksForm(request.query, keys)
    if (!form.ok) {
      return sendTasks(request, reply, view, { chosen: form.entered, errors: form.errors })
    }
    const entered = freshDecision(randomUUID(), view.today)
    return sendDecide(request, reply, view, { chosen: form.value, entered })
  })

  app.post<{ Params: Params }>('/delegations/new/:worker/decide', async (request, reply) => {
    const view = await readAsked(request, request.body)
    const { person, offered, at: organisation, workerId, stored, today, worker } = view
    const chosen = tasksForm(
      request.body,
      offered.map(({ key }) => key),
    )
    if (!chosen.ok) {
      return sendTasks(request, reply, view, { chosen: chosen.entered, errors: chosen.errors })
    }
    const arrangement = arrangementOf(worker, organisation)
    const form = decisionForm(request.body, { arrangement, today })
    if (!form.ok) {
      const { entered, errors } = form
      return sendDecide(request, reply, view, { chosen: chosen.value, entered, errors })
    }
    const tasks = offered.filter(({ key }) => chosen.value.includes(key))
    await askWorker(site, person, { workerId, organisation, tasks, decision: form.value, stored })
    return reply.redirect(paths.delegations('asked'), 303)
  })
}

/** Where they delegate: as asked for, or the first. Throws NotFound for somebody who delegates nowhere. */
function placeOf({ permissions }: Person, sent: unknown): string {
  const places = permissions.filter(({ permission }) => permission === 'delegate')
  const wanted = textField(sent, 'at')
  const found = places.find(({ organisation }) => organisation === wanted) ?? places[0]
  if (found === undefined || (wanted !== '' && found.organisation !== wanted)) {
    throw new NotFound('delegates nowhere')
  }
  return found.organisation
}

async function readPlaces(db: Transaction, { id, permissions }: Person) {
  const jobs = await listMemberships(db, id)
  const mine = permissions.filter(({ permission }) => permission === 'delegate')
  return jobs
    .filter(({ organisation }) => mine.some((held) => held.organisation === organisation))
    .map(({ organisation: slug, organisationName: name }) => ({ slug, name }))
}
