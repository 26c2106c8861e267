/** The whole site on one screen: what every request passes, then a line a feature. */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { accountsRoutes } from './accounts/accounts-routes.tsx'
import { consultationsRoutes } from './consultations/consultations-routes.tsx'
import { credentialsRoutes } from './credentials/credentials-routes.tsx'
import { frameworksRoutes } from './frameworks/frameworks-routes.tsx'
import { guidanceRoutes } from './guidance/guidance-routes.tsx'
import { passportsRoutes } from './passports/passports-routes.tsx'
import { serveAssets } from './web/assets.ts'
import { setUpErrorPages } from './web/error-pages.tsx'
import { healthRoute } from './web/health.ts'
import { setUpRequestLog } from './web/request-log.ts'
import { formLimit, setUpSecurity } from './web/security.ts'
import { setUpSessions } from './web/sessions.ts'
import type { Site } from './web/site.ts'

export async function createApp(site: Site): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: site.config.logLevel, base: null },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: formLimit,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  setUpRequestLog(app)
  setUpErrorPages(app)
  await setUpSecurity(app, site.config.https)
  setUpSessions(app, site)
  await serveAssets(app)
  healthRoute(app, site)

  accountsRoutes(app, site)
  frameworksRoutes(app, site)
  guidanceRoutes(app, site)
  credentialsRoutes(app, site)
  consultationsRoutes(app, site)
  passportsRoutes(app, site)
  return app
}
