/** Where a team stands, as far as its people share it: for whoever manages or supervises them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { recordViewings } from '../../audit/viewings-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { listEmployersWhere } from '../../organisations/memberships/people-store.ts'
import { editionsAt } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listSupervisings } from '../supervision/supervising-store.ts'
import {
  countByStatement,
  countedOf,
  countToConfirm,
  listComingUp,
  namedOn,
  pageOf,
  type TeamMember,
} from './model/team-figures.ts'
import { writeTeamFile } from './model/team-file.ts'
import { PersonStandingPage } from './pages/person-standing-page.tsx'
import { TeamStandingPage } from './pages/team-standing-page.tsx'
import { TeamStatementsPage } from './pages/team-statements-page.tsx'
import { readTeamStanding } from './read-team.ts'

type Query = { Querystring: { readonly organisation?: string; readonly page?: string } }

const may = ['manage-team'] as const

export function teamStandingRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  /** All of them, and noted for each who is shown that somebody looked. Throws NotFound. */
  async function readTeam(
    request: FastifyRequest<Query>,
    shownOf: (members: readonly TeamMember[]) => readonly TeamMember[],
  ) {
    const viewer = signedIn(request)
    const editionOf = await editionsAt(shelf, viewer)
    return asActor(db, viewer, async (db) => {
      const employers = await listEmployersWhere(db, { personId: viewer.id, may })
      const employer = chooseEmployer(employers, request.query.organisation)
      const asked = { organisation: employer.slug, today: dayOf(now()) }
      const stored = editionOf(employer.slug)
      const members = await readTeamStanding(db, stored, asked)
      const seen = { what: 'standing-list', viewer, organisation: employer.slug } as const
      await recordViewings(
        db,
        shownOf(members).map(({ id }) => ({ ...seen, holderId: id })),
      )
      return { edition: stored.edition, employers, employer, members }
    })
  }

  /** One of them, also for whoever supervises them there. Throws NotFound. */
  async function readPerson(request: FastifyRequest<Query>, personId: string) {
    const viewer = signedIn(request)
    const editionOf = await editionsAt(shelf, viewer)
    return asActor(db, viewer, async (db) => {
      const [employers, supervisings] = await Promise.all([
        listEmployersWhere(db, { personId: viewer.id, may }),
        listSupervisings(db, { personId: viewer.id }),
      ])
      const organisation = request.query.organisation ?? employers[0]?.slug ?? ''
      const manages = employers.some(({ slug }) => slug === organisation)
      const supervising = supervisings.find(
        (one) => one.stands && one.workerId === personId && one.organisation === organisation,
      )
      if (!manages && supervising === undefined)
        throw new NotFound('neither manages nor supervises')
      const asked = { organisation, personId, today: dayOf(now()) }
      const stored = editionOf(organisation)
      const [member] = await readTeamStanding(db, stored, asked)
      if (member === undefined) throw new NotFound('does not share')
      const looked = { holderId: personId, what: 'standing', viewer, organisation } as const
      await recordViewings(db, [looked])
      return { member, organisation, manages, supervising, edition: stored.edition }
    })
  }

  app.get<Query>(paths.teamStanding(), async (request, reply) => {
    const wanted = Number.parseInt(request.query.page ?? '1', 10)
    const { members, ...team } = await readTeam(request, (all) => namedOn(all, wanted))
    const comingUp = listComingUp(members)
    const toConfirm = countToConfirm(members)
    const view = {
      ...team,
      comingUp,
      toConfirm,
      sharing: members.length,
      ...pageOf(members, wanted),
    }
    return sendPage(reply, <TeamStandingPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<Query>(paths.teamStatements(), async (request, reply) => {
    const { members, edition, employer } = await readTeam(request, countedOf)
    const view = {
      each: countedOf(members).length,
      employer,
      edition,
      domains: countByStatement(edition, members),
    }
    return sendPage(reply, <TeamStatementsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<Query>(paths.teamStatementsFile(), async (request, reply) => {
    const { members, edition, employer } = await readTeam(request, countedOf)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="statements-${employer.slug}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(writeTeamFile(countByStatement(edition, members)))
  })

  app.get<Query & { Params: Params }>(paths.personStanding(':person'), async (request, reply) => {
    const view = await readPerson(request, idOf(request.params.person))
    return sendPage(reply, <PersonStandingPage {...ownPage(request, reply, site)} {...view} />)
  })
}

/** The one that was asked for, or the first. Throws NotFound for whoever manages nobody there. */
function chooseEmployer<One extends { readonly slug: string }>(
  employers: readonly One[],
  wanted: string | undefined,
): One {
  const found = employers.find(({ slug }) => wanted === undefined || slug === wanted)
  if (found === undefined) throw new NotFound(`manages nobody at ${wanted ?? 'any employer'}`)
  return found
}
