/** Purposes, cookies, complaints, equality answers and previews. */
import type { FastifyInstance } from 'fastify'
import type { Site } from '../web/site.ts'
import type { PreviewParts } from './seen-by/read-preview.ts'
import { seenByRoutes } from './seen-by/seen-by-routes.tsx'

export function choicesRoutes(app: FastifyInstance, site: Site, parts: PreviewParts): void {
  seenByRoutes(app, site, parts)
}
