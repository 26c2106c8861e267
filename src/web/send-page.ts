import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

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

/** What the layout needs of a signed-in person: the name, and a token for the sign-out form. */
export function accountOf(
  request: FastifyRequest,
  reply: FastifyReply,
): { name: string; csrfToken: string } | undefined {
  if (request.actor.kind !== 'person') return undefined
  return { name: request.actor.name, csrfToken: reply.generateCsrf() }
}

export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
