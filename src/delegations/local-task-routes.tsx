/** The tasks of an organisation's own: beside the catalogue, until a day. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listMemberships } from '../accounts/accounts-store.ts'
import { asActor } from '../database/as-actor.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { editionsAt } from '../passports/passports-edition.ts'
import { paths } from '../paths.ts'
import type { FieldFault } from '../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../web/own-page.ts'
import { textField } from '../web/posted-form.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import {
  addLocalTask,
  placesToKeep,
  takeOutLocalTask,
} from './delegations-actions/keep-local-tasks.ts'
import { freshLocalTask, localTaskForm } from './local-task-forms.ts'
import { listLocalTasks } from './local-tasks-store.ts'
import type { LocalTaskEntered } from './model/entered.ts'
import { LocalTasksPage } from './pages/local-tasks-page.tsx'

export function localTaskRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function sendTasks(
    request: FastifyRequest,
    reply: FastifyReply,
    form?: { readonly entered: LocalTaskEntered; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const organisations = placesToKeep(person)
    const [first] = organisations
    if (first === undefined) throw new NotFound('keeps no tasks')
    const today = dayOf(now())
    const view = await asActor(db, person, async (db) => ({
      tasks: await listLocalTasks(db, { organisations }),
      places: (await listMemberships(db, person.id)).filter(({ organisation }) =>
        organisations.includes(organisation),
      ),
    }))
    const entered = form?.entered ?? freshLocalTask(randomUUID(), first, today)
    const done = textField(request.query, 'done')
    const own = ownPage(request, reply, site)
    const shown = { entered, errors: form?.errors, today, done }
    return sendPage(reply, <LocalTasksPage {...own} {...view} {...shown} />, form ? 422 : 200)
  }

  app.get(paths.localTasks(), (request, reply) => sendTasks(request, reply))

  app.post(paths.localTasks(), async (request, reply) => {
    const person = signedIn(request)
    const organisations = placesToKeep(person)
    if (organisations.length === 0) throw new NotFound('keeps no tasks')
    const editionOf = await editionsAt(shelf, person)
    const today = dayOf(now())
    const form = localTaskForm(request.body, { editionOf, organisations, today })
    if (!form.ok) return sendTasks(request, reply, form)
    await addLocalTask(site, person, form.value)
    return reply.redirect(paths.localTasks('added'), 303)
  })

  app.post<{ Params: Params }>('/delegations/local-tasks/:id/take-out', async (request, reply) => {
    await takeOutLocalTask(site, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.localTasks('taken-out'), 303)
  })
}
