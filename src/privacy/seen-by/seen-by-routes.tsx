/** A holder's record as others see it. It is only ever the record of whoever is signed in. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { type Eyes, isEyesKind } from './model/preview.ts'
import { PreviewMatrixPage } from './pages/preview-matrix-page.tsx'
import { PreviewPage } from './pages/preview-page.tsx'
import { type PreviewParts, previewAs, readOwnRecord } from './read-preview.ts'

interface PreviewQuery {
  readonly as?: unknown
  readonly at?: unknown
}

export function seenByRoutes(app: FastifyInstance, site: Site, parts: PreviewParts): void {
  const { db, now } = site

  app.get<{ Querystring: PreviewQuery }>(paths.preview(), async (request, reply) => {
    const person = signedIn(request)
    const own = await readOwnRecord({ db, now: now(), parts }, person)
    const chosen = chooseEyes(own.eyes, request.query)
    const links = own.links.length
    if (chosen !== undefined) {
      const preview = await previewAs(db, person, own, chosen)
      return sendPage(
        reply,
        <PreviewPage {...ownPage(request, reply, site)} {...preview} links={links} />,
      )
    }
    const previews = []
    for (const eyes of own.eyes) previews.push(await previewAs(db, person, own, eyes))
    return sendPage(
      reply,
      <PreviewMatrixPage {...ownPage(request, reply, site)} previews={previews} links={links} />,
    )
  })
}

/** Undefined for what nobody offered: then all are shown side by side. */
function chooseEyes(eyes: readonly Eyes[], { as, at }: PreviewQuery): Eyes | undefined {
  if (!isEyesKind(as)) return undefined
  const ofKind = eyes.filter(({ kind }) => kind === as)
  return ofKind.find((one) => one.at === at) ?? ofKind[0]
}
