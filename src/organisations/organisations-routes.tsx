import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.ts'
import { invitationsRoutes } from './invitations/invitations-routes.ts'
import { readKinds } from './kinds-content.ts'
import { membershipsRoutes } from './memberships/memberships-routes.ts'
import { type RegisterCallbacks, registerRoutes } from './register-routes.tsx'
import { registrationsRoutes } from './registrations/registrations-routes.tsx'
import { requestsRoutes } from './requests/requests-routes.tsx'
import { signpostingRoutes } from './signposting/signposting-routes.tsx'
import { eventRoutes } from './stewards/event-routes.tsx'
import { firstManagerRoutes } from './stewards/first-manager-routes.tsx'
import { stewardsRoutes } from './stewards/stewards-routes.tsx'
import { verificationRoutes } from './stewards/verification-routes.tsx'
import { teamsRoutes } from './teams/teams-routes.tsx'

/** Given by app.ts, because organisations know nothing of credentials. */
export interface OrganisationsCallbacks extends RegisterCallbacks {
  /** The did:web that it has, or will have with its first key. */
  readonly identifierOf: (slug: string) => string
}

export function organisationsRoutes(
  app: FastifyInstance,
  site: Site,
  callbacks: OrganisationsCallbacks,
): void {
  const words = readKinds()
  registerRoutes(app, site, words, callbacks)
  requestsRoutes(app, site, words)
  teamsRoutes(app, site)
  stewardsRoutes(app, site, words)
  verificationRoutes(app, site, words, callbacks.identifierOf)
  eventRoutes(app, site, words)
  firstManagerRoutes(app, site)
  membershipsRoutes(app, site)
  registrationsRoutes(app, site)
  invitationsRoutes(app, site)
  signpostingRoutes(app, site, words)
}
