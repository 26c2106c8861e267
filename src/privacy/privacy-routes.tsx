/** What people can see and do about what is kept of them. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../paths.ts'
import { ownPage } from '../web/own-page.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import { closingRoutes } from './closing/closing-routes.tsx'
import { exportRoutes } from './export/export-routes.tsx'
import { YourRecordPage } from './pages/your-record-page.tsx'
import { readRetention } from './retention/retention-content.ts'
import { retentionRoutes } from './retention/retention-routes.tsx'
import { answerRoutes } from './rights/answer-routes.tsx'
import { correctRoutes, type Rights } from './rights/correct-routes.tsx'
import { rightsRoutes } from './rights/rights-routes.tsx'
import { viewingsRoutes } from './viewings/viewings-routes.tsx'

/** `parts` are what each feature keeps about people: src/personal-parts.ts. */
export function privacyRoutes(
  app: FastifyInstance,
  site: Site,
  { parts, offerRoles }: Omit<Rights, 'site'>,
): void {
  const kinds = readRetention()

  app.get(paths.yourRecord(), (request, reply) => {
    signedIn(request)
    return sendPage(reply, <YourRecordPage {...ownPage(request, reply, site)} />)
  })

  viewingsRoutes(app, site, kinds)
  exportRoutes(app, { site, parts, kinds })
  closingRoutes(app, { site, parts, kinds })
  retentionRoutes(app, site, kinds)
  correctRoutes(app, { site, parts, offerRoles })
  rightsRoutes(app, site)
  answerRoutes(app, site)
}
