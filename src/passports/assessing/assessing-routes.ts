import type { FastifyInstance } from 'fastify'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Site } from '../../web/site.ts'
import { hoursRoutes } from './hours-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { secondRoutes } from './second-routes.tsx'

export function assessingRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  ruleRoutes(app, site, shelf)
  hoursRoutes(app, site)
  secondRoutes(app, site, shelf)
}
