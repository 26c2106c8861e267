import type { FastifyInstance } from 'fastify'
import type { Site } from '../../web/site.ts'
import { inviteManyRoutes } from './invite-many-routes.tsx'
import { inviteRoutes } from './invite-routes.tsx'
import { joinRoutes } from './join-routes.tsx'

export function invitationsRoutes(app: FastifyInstance, site: Site): void {
  inviteRoutes(app, site)
  inviteManyRoutes(app, site)
  joinRoutes(app, site)
}
