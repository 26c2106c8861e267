/** The tasks to look through, and where a worker stands on one of them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { listMemberships } from '../accounts/accounts-store.ts'
import type { Person } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { ownEdition } from '../passports/passports-edition.ts'
import { readLevel } from '../passports/passports-forms.ts'
import { findOwnRole } from '../passports/passports-store.ts'
import { paths } from '../paths.ts'
import { ownPage, type Params } from '../web/own-page.ts'
import { textField } from '../web/posted-form.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { listDelegatorsAt } from './handovers-store.ts'
import { findTasks } from './model/task.ts'
import { MayIPage } from './pages/may-i-page.tsx'
import { TasksPage } from './pages/tasks-page.tsx'
import { readToShow } from './read-standing.ts'
import { readOffered } from './read-tasks.ts'

const longestSearch = 100

export function taskRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readFor(
    db: Transaction,
    { person, stored, query }: { person: Person; stored: ShelvedEdition; query: unknown },
  ) {
    const role = await findOwnRole(db, person.id)
    const level = readLevel(textField(query, 'level')) ?? role.level ?? 'entry'
    const jobs = await listMemberships(db, person.id)
    const organisations = jobs.map(({ organisation }) => organisation)
    const today = dayOf(now())
    const offered = await readOffered(db, { stored, level, organisations, today })
    return { edition: stored.edition, level, organisations, offered, role, today }
  }

  app.get(paths.delegationTasks(), async (request, reply) => {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person)
    const { offered, role, edition, level } = await asActor(db, person, (db) =>
      readFor(db, { person, stored, query: request.query }),
    )
    const searched = searchOf(request, role.profession)
    const tasks = findTasks(offered, {
      words: searched.words,
      profession: searched.profession || undefined,
    })
    const own = ownPage(request, reply, site)
    return sendPage(reply, <TasksPage {...own} {...{ edition, level, tasks, searched }} />)
  })

  app.get<{ Params: Params }>('/delegations/tasks/:task', async (request, reply) => {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person)
    const view = await asActor(db, person, async (db) => {
      const read = await readFor(db, { person, stored, query: request.query })
      const { today, organisations, offered } = read
      const task = offered.find(({ key }) => key === request.params.task)
      if (task === undefined) throw new NotFound('no such task')
      const asked = { workerId: person.id, codes: task.codes, today }
      const lines = await readToShow(db, stored, asked)
      const found = []
      for (const organisation of organisations) {
        found.push(...(await listDelegatorsAt(db, { organisation })))
      }
      return { ...read, task, lines, delegators: found.filter(({ id }) => id !== person.id) }
    })
    const { offered: _, organisations: __, role: ___, ...shown } = view
    return sendPage(reply, <MayIPage {...ownPage(request, reply, site)} {...shown} />)
  })
}

function searchOf({ query }: FastifyRequest, profession: string | undefined) {
  const asked = Object.hasOwn(Object(query), 'profession')
  return {
    words: textField(query, 'words').slice(0, longestSearch),
    profession: asked ? textField(query, 'profession') : (profession ?? ''),
  }
}
