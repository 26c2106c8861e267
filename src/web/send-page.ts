import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { hasPermission } from '../actor.ts'
import { paths } from '../paths.ts'

export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}`
}

/** Sends a page that is somebody's own, or changes: it is kept nowhere. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(page))
}

/** What the layout needs of a signed-in person: the name, a token to sign out with, the way to the team. */
export function accountOf(
  request: FastifyRequest,
  reply: FastifyReply,
): { name: string; csrfToken: string; team: string | undefined } | undefined {
  const { actor } = request
  if (actor.kind !== 'person') return undefined
  const issues = hasPermission(actor, 'issue') ? paths.issued() : undefined
  const team = hasPermission(actor, 'assess') ? paths.requests() : issues
  return { name: actor.name, csrfToken: reply.generateCsrf(), team }
}

export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
