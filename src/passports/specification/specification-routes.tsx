/** What a passport is, for people and for programs: public, and the same for everyone. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import type { HeldRecord } from '../../personal-record.ts'
import { pageCache, sendCached } from '../../web/page-cache.ts'
import { renderPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import { describePassport } from './describe-passport.ts'
import type { Specification } from './model/specification.ts'
import { SpecificationPage } from './pages/specification-page.tsx'

/** Given by app.ts, because passports know nothing of how long things are kept. */
export interface SpecificationCallbacks {
  readonly readHeldRecords: () => Promise<readonly HeldRecord[]>
}

export function specificationRoutes(
  app: FastifyInstance,
  { config }: Site,
  { readHeldRecords }: SpecificationCallbacks,
): void {
  const cache = pageCache()
  // Code and content alone: the same until the service starts again.
  let known: Promise<Specification> | undefined
  const find = async () => {
    known ??= readHeldRecords().then(describePassport)
    // A database that was away must not leave a page away for good.
    known.catch(() => {
      known = undefined
    })
    return known
  }

  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    draw: (specification: Specification) => { readonly type: string; readonly body: string },
  ) => {
    const specification = await find()
    return sendCached(cache, request, reply, request.routeOptions.url ?? '', () =>
      draw(specification),
    )
  }

  const open = { config: { public: true } }

  app.get(paths.passportSpecification(), open, (request, reply) =>
    send(request, reply, (specification) => ({
      type: 'text/html; charset=utf-8',
      body: renderPage(<SpecificationPage {...{ specification, demo: config.demo }} />),
    })),
  )

  app.get(paths.passportSpecificationData(), open, (request, reply) =>
    send(request, reply, (specification) => ({
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(specification),
    })),
  )
}
