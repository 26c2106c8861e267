/** Pathways: open to everybody, and beside what a holder has for the holder alone. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { listMemberships } from '../../accounts/accounts-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { nationSlugs, settingSlugs, statementsOf } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { latestEdition, ownEdition } from '../../passports/passports-edition.ts'
import { findOwnRole } from '../../passports/passports-store.ts'
import { evaluateHeldCodes, readHeld } from '../../passports/standing/read-evaluation.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { pageCache, sendCached } from '../../web/page-cache.ts'
import { renderPage, sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { GoalWords } from '../goals/model/goal-words.ts'
import { filterPathways, type Wanted } from './model/filter-pathways.ts'
import type { Route } from './model/route.ts'
import { sectionsOf, weighRules } from './model/weigh-rules.ts'
import { OwnPathwayPage } from './pages/own-pathway-page.tsx'
import { OwnPathwaysPage } from './pages/own-pathways-page.tsx'
import { PathwayPage } from './pages/pathway-page.tsx'
import { PathwaysPage } from './pages/pathways-page.tsx'
import { readPathways } from './pathways-content.ts'

const open = { config: { public: true } }

export function pathwaysRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  { offers }: Pick<GoalWords, 'offers'>,
): void {
  const { db, now, config } = site
  const { pathways, digest } = readPathways()
  const all = pathways.routes
  const cache = pageCache()

  function send(request: FastifyRequest, reply: FastifyReply, key: string, page: () => VNode) {
    return sendCached(cache, request, reply, `${key} ${digest}`, () => ({
      type: 'text/html; charset=utf-8',
      body: renderPage(page()),
    }))
  }

  app.get<{ Querystring: Query }>(paths.pathways(), open, async (request, reply) => {
    const stored = await latestEdition(shelf)
    const { edition } = stored
    const wanted = wantedOf(request.query, edition.roles)
    const view = { edition, wanted, pathways: filterPathways(pathways, wanted), all }
    const key = `pathways ${Object.values(wanted).join(' ')} ${stored.digest}`
    return send(request, reply, key, () => <PathwaysPage {...view} demo={config.demo} />)
  })

  app.get<{ Params: Params }>('/pathways/:slug', open, async (request, reply) => {
    const route = routeOf(request)
    const { edition, digest } = await latestEdition(shelf)
    const view = { edition, route, all, offer: offerOf(route) }
    return send(request, reply, `pathway ${route.slug} ${digest}`, () => (
      <PathwayPage {...view} demo={config.demo} />
    ))
  })

  app.get(paths.ownPathways(), async (request, reply) => {
    const person = signedIn(request)
    const { profession } = await asActor(db, person, (db) => findOwnRole(db, person.id))
    const near = filterPathways(pathways, { profession }).routes
    const view = { near, others: all.filter((route) => !near.includes(route)), all }
    return sendPage(reply, <OwnPathwaysPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>('/development/pathways/:slug', async (request, reply) => {
    const person = signedIn(request)
    const route = routeOf(request)
    const stored = await ownEdition(shelf, person)
    const today = dayOf(now())
    const sections = sectionsOf(route.rules)
    const codes = codesIn(stored.edition, sections)
    const weighed = await asActor(db, person, async (db) => {
      const held = await readHeld(db, { holderId: person.id, ref: stored.ref })
      const jobs = await listMemberships(db, person.id)
      const employers = jobs.map(({ organisationName }) => organisationName)
      const { standings } = evaluateHeldCodes(held, stored, { codes, today })
      return weighRules(route.rules, { entries: held.entries, standings, employers, today })
    })
    const view = { edition: stored.edition, route, all, weighed, offer: offerOf(route) }
    return sendPage(reply, <OwnPathwayPage {...ownPage(request, reply, site)} {...view} />)
  })

  function offerOf({ offer }: Route) {
    return offers.find((one) => one.offer === offer)
  }

  /** Throws NotFound. */
  function routeOf(request: FastifyRequest<{ Params: Params }>): Route {
    const route = all.find(({ slug }) => slug === request.params.slug)
    if (route === undefined) throw new NotFound(`pathway ${request.params.slug}`)
    return route
  }
}

type Query = Readonly<Record<string, unknown>>

/** What is asked for and known; anything else is left out. */
function wantedOf(query: Query, roles: readonly { readonly profession: string }[]): Wanted {
  return {
    profession: roles.find(({ profession }) => profession === query.profession)?.profession,
    setting: settingSlugs.find((setting) => setting === query.setting),
    nation: nationSlugs.find((nation) => nation === query.nation),
  }
}

function codesIn(
  edition: Parameters<typeof statementsOf>[0],
  sections: ReadonlySet<string>,
): string[] {
  const sectionOf = (code: string) => /^\d+\.\d+/.exec(code)?.[0] ?? ''
  return statementsOf(edition)
    .map(({ code }) => code)
    .filter((code) => sections.has(sectionOf(code)))
}
