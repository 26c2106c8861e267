/** Tells each page who sees what is on it, by its route. The words are handed in by app.ts. */
import type { FastifyInstance } from 'fastify'
import type { Audience } from '../ui/who-sees-this.tsx'

declare module 'fastify' {
  interface FastifyContextConfig {
    audience?: Audience | undefined
  }
}

/** Before any route. `audiences` are by the pattern of the address. */
export function setUpAudiences(
  app: FastifyInstance,
  audiences: ReadonlyMap<string, Audience>,
): void {
  app.addHook('onRoute', (route) => {
    const audience = audiences.get(route.url)
    if (audience !== undefined) route.config = { ...route.config, audience }
  })
}
