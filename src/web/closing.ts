/** When told to stop: an answer given while it stops would keep its browser's connection for a minute. */
import type { FastifyInstance } from 'fastify'

const pause = 100

export function setUpClosing(app: FastifyInstance): void {
  let sweep: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    sweep = setInterval(() => app.server.closeIdleConnections(), pause)
  })
  // Called when the last connection is gone.
  app.addHook('onClose', async () => clearInterval(sweep))
}
