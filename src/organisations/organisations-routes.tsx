import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.ts'
import { readKinds } from './kinds-content.ts'
import { type RegisterCallbacks, registerRoutes } from './register-routes.tsx'

export function organisationsRoutes(
  app: FastifyInstance,
  site: Site,
  callbacks: RegisterCallbacks,
): void {
  const words = readKinds()
  registerRoutes(app, site, words, callbacks)
}
