/** The whole site on one screen: what every request passes, then a line a feature. */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { accountsRecordKinds } from './accounts/accounts-record-kinds.ts'
import { accountsRoutes } from './accounts/accounts-routes.tsx'
import { demonstrationPostRoute } from './accounts/demonstration-post-routes.tsx'
import { remindersRoutes } from './accounts/reminders/reminders-routes.tsx'
import { consultationsRoutes } from './consultations/consultations-routes.tsx'
import { credentialsRoutes } from './credentials/credentials-routes.tsx'
import { issuerCallbacks } from './credentials/issuer-callbacks.ts'
import { delegationsRoutes } from './delegations/delegations-routes.tsx'
import { glanceAlong } from './delegations/glance-along.tsx'
import { developmentRoutes } from './development/development-routes.tsx'
import { dueDates } from './due-dates.ts'
import { editionShelf } from './frameworks/edition-shelf.ts'
import { frameworksRoutes } from './frameworks/frameworks-routes.tsx'
import { reviewRoutes } from './frameworks/review/review-routes.ts'
import { guidanceRoutes } from './guidance/guidance-routes.tsx'
import { organisationsRoutes } from './organisations/organisations-routes.tsx'
import { newerWordings, offerRoles } from './passports/passports-edition.ts'
import { passportsRecordKinds } from './passports/passports-record-kinds.ts'
import { passportsRoutes } from './passports/passports-routes.tsx'
import { listLiveShares } from './passports/shares/shares-store.ts'
import { leavingParts, passportParts, personalPartsOf } from './personal-parts.ts'
import { auditSearchRoutes } from './privacy/audit-search/audit-search-routes.tsx'
import { choicesRoutes } from './privacy/choices-routes.tsx'
import { recordReader } from './privacy/export/read-record-files.ts'
import { privacyRoutes } from './privacy/privacy-routes.tsx'
import { describeHeld } from './privacy/retention/describe-held.ts'
import { readAudiences } from './privacy/seen-by/audiences-content.ts'
import { publicationParts } from './publication-parts.ts'
import { serveAssets } from './web/assets.ts'
import { setUpAudiences } from './web/audiences.ts'
import { setUpClosing } from './web/closing.ts'
import { refuseAddress, setUpErrorPages } from './web/error-pages.tsx'
import { healthRoute } from './web/health.ts'
import { loggedError } from './web/logged-error.ts'
import { setUpRequestLog } from './web/request-log.ts'
import { setUpRouteTable } from './web/route-table.ts'
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
    // Of the whole request: a megabyte over a poor line, and no line held open by sending nothing.
    requestTimeout: 120_000,
    trustProxy: [...(site.config.trustProxy ?? [])],
    frameworkErrors: refuseAddress,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  setUpClosing(app)
  setUpRouteTable(app)
  setUpAudiences(app, readAudiences())
  setUpRequestLog(app)
  setUpErrorPages(app)
  await setUpSecurity(app, site.config)
  setUpSessions(app, site)
  await serveAssets(app)
  healthRoute(app, site)
  securityTxtRoute(app, site)

  const shelf = editionShelf(site.db, site.now)
  accountsRoutes(app, site)
  remindersRoutes(app, site, dueDates)
  if (site.config.demo) demonstrationPostRoute(app, site)
  organisationsRoutes(app, site, issuerCallbacks(site))
  frameworksRoutes(app, site, shelf)
  reviewRoutes(app, site, shelf, publicationParts)
  guidanceRoutes(app, site, shelf)
  credentialsRoutes(app, site, {
    findNewerWordings: (signed) => newerWordings(shelf, site.config.baseUrl, signed),
  })
  passportsRoutes(app, site, shelf, {
    readRecordFiles: recordReader(site, leavingParts),
    readHeldRecords: () => describeHeld(site, passportParts),
    readAlong: glanceAlong(site, shelf),
  })
  developmentRoutes(app, site, shelf)
  delegationsRoutes(app, site, shelf)
  consultationsRoutes(app, site, shelf)
  choicesRoutes(app, site, {
    listKinds: async () => [...accountsRecordKinds, ...(await passportsRecordKinds(shelf))],
    listLinks: listLiveShares,
  })
  privacyRoutes(app, site, { parts: personalPartsOf(site), offerRoles: () => offerRoles(shelf) })
  auditSearchRoutes(app, site)
  return app
}

function logging({ logLevel }: Site['config']) {
  return { level: logLevel, base: null, serializers: { err: loggedError } }
}
