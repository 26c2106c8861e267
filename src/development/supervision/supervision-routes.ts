/** Supervision: the worker's pages, the supervisor's, and what both share. */
import type { FastifyInstance } from 'fastify'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Site } from '../../web/site.ts'
import { agreedActionsRoutes } from './agreed-actions-routes.tsx'
import { recordRoutes } from './record-routes.tsx'
import { sessionRoutes } from './session-routes.tsx'
import { supervisingRoutes } from './supervising-routes.tsx'
import { teamSupervisionRoutes } from './team-supervision-routes.tsx'
import { writeSessionRoutes } from './write-session-routes.tsx'

export function supervisionRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  supervisingRoutes(app, site)
  teamSupervisionRoutes(app, site)
  recordRoutes(app, site)
  sessionRoutes(app, site, shelf)
  writeSessionRoutes(app, site)
  agreedActionsRoutes(app, site)
}
