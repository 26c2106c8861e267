/** Everything that people do about a draft besides writing it, until it is an edition. */
import type { FastifyInstance } from 'fastify'
import type { Site } from '../../web/site.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { commentsRoutes } from './comments-routes.tsx'
import { findingsRoutes } from './findings-routes.tsx'
import { findingsShelf } from './findings-shelf.ts'
import { peopleRoutes } from './people-routes.tsx'
import type { PublicationParts } from './publication-parts.ts'
import { publishRoutes } from './publish-routes.tsx'
import { roundsRoutes } from './rounds-routes.tsx'
import { waiversRoutes } from './waivers-routes.tsx'
import { withdrawRoutes } from './withdraw-routes.tsx'

export function reviewRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
  parts: PublicationParts,
): void {
  const check = findingsShelf()
  peopleRoutes(app, site)
  commentsRoutes(app, site)
  findingsRoutes(app, site, check)
  waiversRoutes(app, site, check)
  roundsRoutes(app, site, check)
  publishRoutes(app, site, { shelf, check, parts })
  withdrawRoutes(app, site, shelf)
}
