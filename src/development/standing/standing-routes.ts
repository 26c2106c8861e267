/** Where somebody stands: their own page, what they share of it, and what is shared with others. */
import type { FastifyInstance } from 'fastify'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Site } from '../../web/site.ts'
import { sharingRoutes } from './sharing-routes.tsx'
import { teamStandingRoutes } from './team-standing-routes.tsx'
import { whereIStandRoutes } from './where-i-stand-routes.tsx'

export function whereTheyStandRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  whereIStandRoutes(app, site, shelf)
  sharingRoutes(app, site, shelf)
  teamStandingRoutes(app, site, shelf)
}
