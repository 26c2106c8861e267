/** The reason for others to accept a passport: what is accepted, by whom, and what was decided. */
import type { FastifyInstance } from 'fastify'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { Site } from '../../web/site.ts'
import { ownRecognitionRoutes } from './own-recognition-routes.tsx'
import { policyRoutes } from './policy-routes.tsx'
import { receiveRoutes } from './receive-routes.tsx'
import { topUpRoutes } from './top-up-routes.tsx'

export function recognitionRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  policyRoutes(app, site, shelf)
  receiveRoutes(app, site)
  topUpRoutes(app, site)
  ownRecognitionRoutes(app, site, shelf)
}
