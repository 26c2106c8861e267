import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { hasPermission } from '../actor.ts'
import { withoutLineTurns } from '../language/line-turns.ts'
import { paths } from '../paths.ts'
import type { SignedIn } from '../ui/page-header.tsx'
import { withAudience } from '../ui/who-sees-this.tsx'

export function renderPage(page: VNode): string {
  // Also a document from elsewhere, shown as it came, turns no line of ours.
  return `<!DOCTYPE html>\n${withoutLineTurns(renderToString(page))}`
}

/** Sends a page that is somebody's own, or changes: it is kept nowhere. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(withAudience(page, reply.request.routeOptions.config?.audience)))
}

/** What the layout needs of a signed-in person: the name, a token to sign out with, the way to the team. */
export function accountOf(request: FastifyRequest, reply: FastifyReply): SignedIn | undefined {
  const { actor } = request
  if (actor.kind !== 'person') return undefined
  const issues = hasPermission(actor, 'issue') ? paths.issued() : undefined
  const signsOff = hasPermission(actor, 'assess') ? paths.requests() : issues
  const many = hasPermission(actor, 'manage-team') || hasPermission(actor, 'steward-framework')
  const team = many ? paths.team() : signsOff
  const sharedComputer = actor.session?.sharedComputer
  const { id, name } = actor
  return { id, name, csrfToken: reply.generateCsrf(), team, sharedComputer }
}

/** By the Accept header or, for a person who wants to look, by `?as=json`. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  if (accept.includes('application/json') && !accept.includes('text/html')) return true
  return isAskedFor(request.query)
}

function isAskedFor(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'as' in query && query.as === 'json'
}
