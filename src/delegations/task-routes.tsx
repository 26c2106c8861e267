/** The tasks to look through, and where a worker stands on one of them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Person } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { editionAt, ownEdition } from '../passports/passports-edition.ts'
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

interface Place {
  readonly stored: ShelvedEdition
  readonly organisations: readonly string[]
}

export function taskRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  /** Where somebody works, by the edition that is worked by there: what they are asked is of it. */
  async function listPlaces(person: Person): Promise<readonly Place[]> {
    const { employers = [] } = person
    const own = await ownEdition(shelf, person)
    const found = await Promise.all(
      employers.map(async (organisation) => ({
        organisation,
        stored: await editionAt(shelf, organisation),
      })),
    )
    const others = found.filter(({ stored }) => stored.ref !== own.ref)
    const slugsOf = (some: typeof found) => some.map(({ organisation }) => organisation)
    return [
      {
        stored: own,
        organisations: slugsOf(found.filter(({ stored }) => stored.ref === own.ref)),
      },
      ...[...Map.groupBy(others, ({ stored }) => stored.ref).values()].flatMap((some) =>
        some[0] === undefined ? [] : [{ stored: some[0].stored, organisations: slugsOf(some) }],
      ),
    ]
  }

  async function readFor(
    db: Transaction,
    { person, places, query }: { person: Person; places: readonly Place[]; query: unknown },
  ) {
    const role = await findOwnRole(db, person.id)
    const level = readLevel(textField(query, 'level')) ?? role.level ?? 'entry'
    const today = dayOf(now())
    const read = await Promise.all(
      places.map(async (place) => ({
        ...place,
        offered: await readOffered(db, { ...place, level, today }),
      })),
    )
    return { level, places: read, role, today }
  }

  app.get(paths.delegationTasks(), async (request, reply) => {
    const person = signedIn(request)
    const places = await listPlaces(person)
    const { role, level, ...read } = await asActor(db, person, (db) =>
      readFor(db, { person, places, query: request.query }),
    )
    const all = read.places.flatMap(({ offered }) => offered)
    const offered = all.filter(({ key }, at) => all.findIndex((one) => one.key === key) === at)
    const { edition } = await ownEdition(shelf, person)
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
    const all = await listPlaces(person)
    const view = await asActor(db, person, async (db) => {
      const { level, today, ...read } = await readFor(db, {
        ...{ person, places: all, query: request.query },
      })
      const places = []
      for (const { stored, organisations, offered } of read.places) {
        const task = offered.find(({ key }) => key === request.params.task)
        if (task === undefined) continue
        const asked = { workerId: person.id, codes: task.codes, today }
        const lines = await readToShow(db, stored, asked)
        const found = []
        for (const organisation of organisations) {
          found.push(...(await listDelegatorsAt(db, { organisation })))
        }
        const delegators = found.filter(({ id }) => id !== person.id)
        places.push({ task, lines, delegators, edition: stored.edition })
      }
      return { level, places }
    })
    const [first] = view.places
    if (first === undefined) throw new NotFound('no such task')
    const shown = { level: view.level, task: first.task, places: view.places }
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
