/** A mark on the browser that began to sign in: another browser cannot end what this one began. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashOf } from './sign-in/sessions-actions.ts'

const minutes = 10

/** Marks it for ten minutes from now, and gives the hash of the mark, which is all that we keep. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, https: boolean): Buffer {
  const mark = findMark(request, https) ?? randomBytes(32).toString('base64url')
  reply.setCookie(cookieName(https), mark, {
    path: '/',
    httpOnly: true,
    // Not `strict`: whoever comes back from a provider comes from another site.
    sameSite: 'lax',
    secure: https,
    maxAge: minutes * 60,
  })
  return hashOf(mark)
}

/** The hash of the mark that a browser has. One that has none matches nothing that is kept. */
export function readMark(request: FastifyRequest, https: boolean): Buffer {
  return hashOf(findMark(request, https) ?? '')
}

function findMark({ cookies }: FastifyRequest, https: boolean): string | undefined {
  const mark = cookies[cookieName(https)]
  return mark !== undefined && /^[\w-]{43}$/.test(mark) ? mark : undefined
}

function cookieName(https: boolean): string {
  return https ? '__Host-browser' : 'browser'
}
