import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.ts'
import { invitationsRoutes } from './invitations/invitations-routes.ts'
import { readKinds } from './kinds-content.ts'
import { membershipsRoutes } from './memberships/memberships-routes.ts'
import { type RegisterCallbacks, registerRoutes } from './register-routes.tsx'
import { registrationsRoutes } from './registrations/registrations-routes.tsx'

export function organisationsRoutes(
  app: FastifyInstance,
  site: Site,
  callbacks: RegisterCallbacks,
): void {
  const words = readKinds()
  registerRoutes(app, site, words, callbacks)
  membershipsRoutes(app, site)
  registrationsRoutes(app, site)
  invitationsRoutes(app, site)
}
