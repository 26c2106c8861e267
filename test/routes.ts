/** The route table of an app, as Fastify itself has it. Import it before the app is made. */
import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'

export interface Route {
  readonly method: string
  readonly url: string
  /** The same bytes for everyone. */
  readonly public: boolean
}

const tables = new WeakMap<FastifyInstance, Route[]>()

subscribe('fastify.initialization', (message) => {
  // What Fastify says on this channel.
  const { fastify } = message as { readonly fastify: FastifyInstance }
  const routes: Route[] = []
  tables.set(fastify, routes)
  fastify.addHook('onRoute', (route) => void routes.push(...routesIn(route)))
})

function routesIn({ method, url, config }: RouteOptions): Route[] {
  const isPublic = config?.public === true
  return [method].flat().map((one) => ({ method: one, url, public: isPublic }))
}

/** HEAD is left out: Fastify answers it as it answers GET. */
export function routesOf(app: FastifyInstance): readonly Route[] {
  const routes = tables.get(app)
  if (routes === undefined) throw new Error('test/routes.ts was imported after the app was made')
  return routes.filter(({ method }) => method !== 'HEAD')
}
