/** Every rule that the wording of a framework is checked by: for anybody to read. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../paths.ts'
import { type PageCache, sendCached } from '../web/page-cache.ts'
import { renderPage, wantsJson } from '../web/send-page.ts'
import { houseLanguage } from './language-content.ts'
import { allChecks } from './model/checks/all.ts'
import { describeCheck } from './model/describe-checks.ts'
import { ChecksPage } from './pages/checks-page.tsx'

export function checksRoutes(app: FastifyInstance, cache: PageCache): void {
  app.get(paths.checks(), { config: { public: true } }, async (request, reply) => {
    const machine = wantsJson(request)
    return sendCached(
      cache,
      request,
      reply,
      `${machine ? 'json' : 'html'} ${paths.checks()}`,
      () => {
        const checks = allChecks.map((check) => describeCheck(check, houseLanguage()))
        return machine
          ? { type: 'application/json; charset=utf-8', body: JSON.stringify({ checks }) }
          : { type: 'text/html; charset=utf-8', body: renderPage(<ChecksPage checks={checks} />) }
      },
    )
  })
}
