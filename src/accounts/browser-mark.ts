/** A mark on the browser that began to sign in: another browser cannot end what this one began. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findCookie, setCookie } from '../web/cookies.ts'
import { hashOf } from './sign-in/sessions-actions.ts'

const minutes = 10

/** Marks it for ten minutes from now, and gives the hash of the mark, which is all that we keep. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, https: boolean): Buffer {
  const mark = findMark(request, https) ?? randomBytes(32).toString('base64url')
  setCookie(reply, { name: 'browser', value: mark, https, minutes })
  return hashOf(mark)
}

/** The hash of the mark that a browser has. One that has none matches nothing that is kept. */
export function readMark(request: FastifyRequest, https: boolean): Buffer {
  return hashOf(findMark(request, https) ?? '')
}

function findMark(request: FastifyRequest, https: boolean): string | undefined {
  const mark = findCookie(request, 'browser', https)
  return mark !== undefined && /^[\w-]{43}$/.test(mark) ? mark : undefined
}
