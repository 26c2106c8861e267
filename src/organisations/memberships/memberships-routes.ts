import type { FastifyInstance } from 'fastify'
import type { Site } from '../../web/site.ts'
import { ownJobsRoutes } from './own-jobs-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { permissionsRoutes } from './permissions-routes.tsx'
import { personRoutes } from './person-routes.tsx'

export function membershipsRoutes(app: FastifyInstance, site: Site): void {
  peopleRoutes(app, site)
  personRoutes(app, site)
  permissionsRoutes(app, site)
  ownJobsRoutes(app, site)
}
