/** The whole site on one screen: what every request passes, then a line a feature. */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { accountsRoutes } from './accounts/accounts-routes.tsx'
import { demonstrationPostRoute } from './accounts/demonstration-post-routes.tsx'
import { consultationsRoutes } from './consultations/consultations-routes.tsx'
import { credentialsRoutes } from './credentials/credentials-routes.tsx'
import { editionShelf } from './frameworks/edition-shelf.ts'
import { frameworksRoutes } from './frameworks/frameworks-routes.tsx'
import { guidanceRoutes } from './guidance/guidance-routes.tsx'
import { newerWordings } from './passports/passports-edition.ts'
import { passportsRoutes } from './passports/passports-routes.tsx'
import { serveAssets } from './web/assets.ts'
import { refuseAddress, setUpErrorPages } from './web/error-pages.tsx'
import { healthRoute } from './web/health.ts'
import { loggedError } from './web/logged-error.ts'
import { setUpRequestLog } from './web/request-log.ts'
import { setUpSecurity } from './web/security.ts'
import { securityTxtRoute } from './web/security-txt.ts'
import { setUpSessions } from './web/sessions.ts'
import type { Site } from './web/site.ts'
import { formLimit } from './web/uploads.ts'

/** `log` in place of the standard output. */
export async function createApp(
  site: Site,
  log?: { readonly write: (line: string) => void },
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { ...logging(site.config), ...(log && { stream: log }) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: formLimit,
    trustProxy: [...(site.config.trustProxy ?? [])],
    frameworkErrors: refuseAddress,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  setUpRequestLog(app)
  setUpErrorPages(app)
  await setUpSecurity(app, site.config)
  setUpSessions(app, site)
  await serveAssets(app)
  healthRoute(app, site)
  securityTxtRoute(app, site)

  const shelf = editionShelf(site.db, site.now)
  accountsRoutes(app, site)
  if (site.config.demo) demonstrationPostRoute(app, site)
  frameworksRoutes(app, site, shelf)
  guidanceRoutes(app, site, shelf)
  credentialsRoutes(app, site, {
    findNewerWordings: (signed) => newerWordings(shelf, site.config.baseUrl, signed),
  })
  passportsRoutes(app, site, shelf)
  consultationsRoutes(app, site, shelf)
  return app
}

function logging({ logLevel }: Site['config']) {
  return { level: logLevel, base: null, serializers: { err: loggedError } }
}
