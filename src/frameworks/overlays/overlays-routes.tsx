/** What organisations add to our editions: for anybody to read, one or several with the core. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import type { Params } from '../../web/own-page.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { combineOverlays } from './model/combine-overlays.ts'
import { listConflicts } from './model/list-conflicts.ts'
import { getPublishedOverlay, listPublishedOverlays } from './overlay-versions-store.ts'
import { CombinedPage } from './pages/combined-page.tsx'
import { OverlaysPage } from './pages/overlays-page.tsx'
import { fitterTo } from './read-fit.ts'
import { writingOverlaysRoutes } from './writing-overlays-routes.tsx'

const mostTogether = 5

export function overlaysRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db } = site

  app.get(paths.overlays(), { config: { public: true } }, async (_, reply) => {
    const overlays = await listPublishedOverlays(db)
    return sendPage(reply, <OverlaysPage overlays={overlays} />)
  })

  app.get<{ Params: Params }>(
    paths.withOverlay(':slug/:version', ':overlay'),
    { config: { public: true } },
    async (request, reply) => {
      const { slug, version, overlay = '' } = request.params
      const stored = await shelf.get(`${slug}/${version}`)
      const slugs = [...new Set([overlay, ...alsoOf(request)])].slice(0, mostTogether)
      const overlays = await Promise.all(slugs.map((slug) => getPublishedOverlay(db, { slug })))
      if (overlays.some(({ content }) => !content.edition.startsWith(`${slug}/`))) {
        throw new NotFound('adds to another framework')
      }
      const fits = await Promise.all(
        overlays.map(async ({ content }) =>
          (await fitterTo(db, shelf, content.edition, stored))(content),
        ),
      )
      const contents = fits.map(({ content }) => content)
      const { edition } = stored
      const combined = combineOverlays(edition, contents)
      const conflicts = listConflicts(
        { edition, withdrawn: stored.status === 'withdrawn' },
        contents,
      )
      const anew = fits.flatMap(({ anew }, at) =>
        anew.map((one) => ({ overlay: slugs[at] ?? '', ...one })),
      )
      if (wantsJson(request)) {
        const added = overlays.map(({ content, by, number, publishedAt, withdrawn }) => {
          const { slug, title, kind, edition, prefix, about } = content
          return { slug, title, kind, by, edition, prefix, about, number, publishedAt, withdrawn }
        })
        return { edition: stored.ref, overlays: added, ...combined, conflicts, placeAnew: anew }
      }
      const others = (await listPublishedOverlays(db)).filter(
        ({ content, withdrawn }) =>
          withdrawn === undefined &&
          content.edition.startsWith(`${slug}/`) &&
          !slugs.includes(content.slug),
      )
      const view = { stored, overlays, combined, conflicts, anew, others }
      return sendPage(reply, <CombinedPage {...view} />)
    },
  )

  writingOverlaysRoutes(app, site, shelf)
}

function alsoOf({ query }: FastifyRequest): string[] {
  const also = typeof query === 'object' && query !== null ? Reflect.get(query, 'also') : undefined
  return [also].flat().filter((slug) => typeof slug === 'string')
}
