/** What is asked of a sign-off that was given, on both sides. */
import type { FastifyInstance } from 'fastify'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Site } from '../../web/site.ts'
import { ownQuestionsRoutes } from './own-questions-routes.tsx'
import { pausesRoutes } from './pauses-routes.tsx'
import { proposalsRoutes } from './proposals-routes.tsx'

export function questionsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  pausesRoutes(app, site, shelf)
  proposalsRoutes(app, site, shelf)
  ownQuestionsRoutes(app, site, shelf)
}
