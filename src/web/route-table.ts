/** Every address that is answered, so that tests can walk them all. */
import type { FastifyInstance } from 'fastify'

export interface Route {
  readonly method: string
  readonly url: string
  /** The same for everyone: no session is read. */
  readonly public: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    routeTable: readonly Route[]
  }
}

/** Before any route: those that are there already are not told. */
export function setUpRouteTable(app: FastifyInstance): void {
  const routes: Route[] = []
  app.decorate('routeTable', routes)
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) {
      routes.push({ method: one, url, public: config?.public === true })
    }
  })
}
