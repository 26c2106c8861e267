/** Every mapping, its decision and how far it has come: for anybody to check. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../paths.ts'
import type { Params } from '../../web/own-page.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { readPlaces } from './crosswalks-content.ts'
import { listFrameworkOwners } from './crosswalks-store.ts'
import { listMappingsNow } from './list-mappings-now.ts'
import { chooseStanding } from './model/choose-standing.ts'
import { ownsFramework } from './model/may-answer.ts'
import { showMapping } from './model/show-mapping.ts'
import { CrosswalkPage } from './pages/crosswalk-page.tsx'
import { CrosswalksPage } from './pages/crosswalks-page.tsx'
import { getOwnEdition, readCrosswalk } from './read-crosswalk.ts'
import { stewardsCrosswalksRoutes } from './stewards-crosswalks-routes.tsx'

export function crosswalksRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db } = site
  const places = readPlaces()

  app.get(paths.crosswalks(), { config: { public: true } }, async (_, reply) => {
    const own = await getOwnEdition(shelf)
    const now = await listMappingsNow(db, own)
    const standing = chooseStanding([...now.own, ...now.carried])
    const view = { own, places, editions: await shelf.list(), standing }
    return sendPage(reply, <CrosswalksPage {...view} />)
  })

  app.get<{ Params: Params }>(
    paths.crosswalk(':slug/:version'),
    { config: { public: true } },
    async (request, reply) => {
      const { slug, version } = request.params
      const crosswalk = await readCrosswalk(db, shelf, `${slug}/${version}`)
      const { skeleton } = crosswalk.to
      const standing = chooseStanding(crosswalk.mappings)
      if (wantsJson(request)) {
        const mappings = standing.map((mapping) => showMapping(mapping, skeleton))
        return { from: crosswalk.from.ref, to: crosswalk.to.ref, mappings }
      }
      const owners = (await listFrameworkOwners(db)).filter((one) => ownsFramework(one, skeleton))
      return sendPage(reply, <CrosswalkPage {...crosswalk} {...{ standing, owners }} />)
    },
  )

  stewardsCrosswalksRoutes(app, site, shelf)
}
