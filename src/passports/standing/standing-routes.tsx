/** A passport's statements: of a domain, a pillar or a role, all of them, and by time. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { buildTimeline } from '../model/build-timeline.ts'
import { codesOfRoleSet, type RoleSet } from '../model/role-set.ts'
import { ownEdition, signingNames } from '../passports-edition.ts'
import { readLevel } from '../passports-forms.ts'
import { StandingPage } from './pages/standing-page.tsx'
import { TimelinePage } from './pages/timeline-page.tsx'
import { WholePassportPage } from './pages/whole-passport-page.tsx'
import { evaluateHeldCodes, evaluateHeldLevel, readHeld } from './read-evaluation.ts'

export function standingRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  roleSets: readonly RoleSet[],
): void {
  const { db, now } = site
  const today = () => dayOf(now())

  async function readAll(request: FastifyRequest) {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person, request.query)
    const whose = { holderId: person.id, ref: stored.ref }
    return { stored, held: await asActor(db, person, (db) => readHeld(db, whose)) }
  }

  async function readAtLevel(request: FastifyRequest<{ Params: Params }>) {
    const level = levelIn(request.params)
    const { stored, held } = await readAll(request)
    const evaluation = evaluateHeldLevel(held, stored, { level, today: today() })
    const { edition } = stored
    return { stored, held, evaluation, level, edition, levelName: levelName(edition, level) }
  }

  app.get<{ Params: Params }>('/passport/domains/:domain/:level', async (request, reply) => {
    const view = await readAtLevel(request)
    const { evaluation } = view
    const found = evaluation.domains.find(
      ({ domain }) => String(domain.number) === request.params.domain,
    )
    if (found === undefined) throw new NotFound(`domain ${request.params.domain}`)
    const { number, title, purpose } = found.domain
    const codes = codesIn(found.sections.flatMap(({ standings }) => standings))
    const page = {
      ...{ kind: `Domain ${number}`, title, about: purpose },
      ...{ level: view.level, levelName: view.levelName, back: paths.passport(view.level) },
      evaluation: evaluateHeldCodes(view.held, view.stored, { codes, today: today() }),
      edition: view.edition,
    }
    return sendPage(reply, <StandingPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/passport/pillars/:pillar/:level', async (request, reply) => {
    const view = await readAtLevel(request)
    const pillar = view.edition.pillars.find(({ slug }) => slug === request.params.pillar)
    if (pillar === undefined) throw new NotFound(`pillar ${request.params.pillar}`)
    const standings = view.evaluation.standings.filter(({ statement }) =>
      statement.pillars.includes(pillar.slug),
    )
    const page = {
      ...{ kind: 'Pillar', title: pillar.name, about: pillar.meaning, level: view.level },
      ...{ levelName: view.levelName, back: paths.passport(view.level, 'pillar') },
      evaluation: evaluateHeldCodes(view.held, view.stored, {
        ...{ codes: codesIn(standings), today: today() },
      }),
      edition: view.edition,
    }
    return sendPage(reply, <StandingPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/passport/roles/:role', async (request, reply) => {
    const role = roleSets.find(({ slug }) => slug === request.params.role)
    if (role === undefined) throw new NotFound(`role ${request.params.role}`)
    const { stored, held } = await readAll(request)
    const codes = codesOfRoleSet(stored.edition, role, held.role.profession)
    const page = {
      ...{ kind: 'Role', title: role.name, about: role.about, level: role.level },
      ...{ levelName: levelName(stored.edition, role.level) },
      back: paths.passport(role.level, 'role'),
      evaluation: evaluateHeldCodes(held, stored, { codes, today: today() }),
      edition: stored.edition,
    }
    return sendPage(reply, <StandingPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/passport/whole/:level', async (request, reply) => {
    const { edition, evaluation } = await readAtLevel(request)
    const page = { edition, evaluation, today: today() }
    return sendPage(reply, <WholePassportPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get(paths.timeline(), async (request, reply) => {
    const { held } = await readAll(request)
    const nameOf = await signingNames(shelf)
    const years = buildTimeline(held.signings, held.entries, nameOf, today())
    return sendPage(reply, <TimelinePage {...ownPage(request, reply, site)} years={years} />)
  })
}

/** Throws NotFound. */
function levelIn({ level }: Params): LevelSlug {
  const found = readLevel(level)
  if (found === undefined) throw new NotFound(`level ${level}`)
  return found
}

function codesIn(
  standings: readonly { readonly statement: { readonly code: string } }[],
): string[] {
  return standings.map(({ statement }) => statement.code)
}
