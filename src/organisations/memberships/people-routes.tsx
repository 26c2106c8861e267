/** Who works here: the list of people, and the way to what managers do. */
import type { FastifyInstance } from 'fastify'
import { hasPermission } from '../../actor.ts'
import { recordViewings } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listDueGrants, listGrantsOf } from './grants-store.ts'
import { listOpenTeams, managerOf } from './managing.ts'
import type { Standing } from './model/person-at.ts'
import { reviewDays } from './model/review-grants.ts'
import { PeoplePage, type PeopleSearch } from './pages/people-page.tsx'
import { TeamPage } from './pages/team-page.tsx'
import { getEmployer, listEmployersWhere, listPeople } from './people-store.ts'

const pageLength = 50
const longestSearch = 100

export function peopleRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get(paths.team(), async (request, reply) => {
    const person = signedIn(request)
    const personId = person.id
    const { employers, checks } = await asActor(db, person, async (db) => ({
      employers: await listEmployersWhere(db, { personId, may: ['manage-team'] }),
      checks: await listEmployersWhere(db, { personId, may: ['manage-team', 'issue'] }),
    }))
    const may = {
      assess: hasPermission(person, 'assess'),
      delegate: hasPermission(person, 'delegate'),
      issue: hasPermission(person, 'issue'),
      steward: hasPermission(person, 'steward-framework'),
    }
    return sendPage(
      reply,
      <TeamPage {...ownPage(request, reply, site)} {...{ may, employers, checks }} />,
    )
  })

  app.get<{ Params: Params }>('/orgs/:slug/people', async (request, reply) => {
    const { person, organisation } = managerOf(request)
    const today = dayOf(now())
    const search = searchOf(request.query)
    const view = await asActor(db, person, async (db) => {
      const found = await readPeople(db, { organisation, search, today })
      const by = { viewer: person, organisation }
      const seen = found.people.map(({ id }) => ({ holderId: id, what: 'team-list' as const }))
      await recordViewings(
        db,
        seen.map((one) => ({ ...one, ...by })),
      )
      return found
    })
    return sendPage(
      reply,
      <PeoplePage {...ownPage(request, reply, site)} {...view} search={search} />,
    )
  })
}

/** Whatever the address says: a page that is not there is the first one. */
function searchOf(query: unknown): PeopleSearch {
  const shown: readonly Standing[] = ['now', 'starting', 'left']
  const page = Number(textField(query, 'page'))
  return {
    q: textField(query, 'q').replaceAll('\n', ' ').slice(0, longestSearch),
    team: readId(textField(query, 'team')) ?? '',
    show: shown.find((one) => one === textField(query, 'show')) ?? 'now',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

async function readPeople(
  db: Transaction,
  asked: {
    readonly organisation: string
    readonly search: PeopleSearch
    readonly today: string
  },
) {
  const { organisation, search, today } = asked
  const { people, count } = await listPeople(db, {
    ...{ organisation, today, standing: search.show },
    search: search.q || undefined,
    teamId: search.team || undefined,
    ...{ offset: (search.page - 1) * pageLength, limit: pageLength },
  })
  const personIds = people.map(({ id }) => id)
  const due = await listDueGrants(db, { organisation, today, by: addDays(today, reviewDays) })
  return {
    ...{ people, count, pages: Math.ceil(count / pageLength), due: due.length },
    employer: await getEmployer(db, organisation),
    teams: await listOpenTeams(db, { organisation, today }),
    grants: await listGrantsOf(db, { personIds, organisation }),
  }
}
