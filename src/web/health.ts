import type { FastifyInstance } from 'fastify'
import { paths } from '../paths.ts'
import type { Site } from './site.ts'

/** For whoever watches the service: it is well only when its database answers. */
export function healthRoute(app: FastifyInstance, { isAlive }: Site): void {
  app.get(paths.health(), { config: { public: true } }, async (_, reply) => {
    const alive = await isAlive()
    return reply
      .code(alive ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: alive ? 'ok' : 'unavailable',
        database: alive ? 'ok' : 'not answering',
        node: process.version,
      })
  })
}
