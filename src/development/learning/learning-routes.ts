import type { FastifyInstance } from 'fastify'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Site } from '../../web/site.ts'
import { asksRoutes } from './asks-routes.tsx'
import { courseFileRoutes } from './course-file-routes.tsx'
import { findRoutes } from './find-routes.tsx'
import { providerRoutes } from './provider-routes.tsx'

export function learningRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  findRoutes(app, site, shelf)
  asksRoutes(app, site, shelf)
  providerRoutes(app, site, shelf)
  courseFileRoutes(app, site, shelf)
}
