/** A mark on the browser that asked for a letter: in any other one, code and link open nothing. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findCookie, forgetCookie, setCookie } from '../../web/cookies.ts'
import { emailCodeMinutes } from './model/email-code.ts'

/** A new mark each time, and never one that the browser brought along. */
export function markBrowser(reply: FastifyReply, https: boolean, mark: string): void {
  setCookie(reply, { name: 'asked', value: mark, https, minutes: emailCodeMinutes })
}

/** A browser without a mark has one that is never given. */
export function findMark(request: FastifyRequest, https: boolean): string {
  return findCookie(request, 'asked', https) ?? ''
}

export function forgetMark(reply: FastifyReply, https: boolean): FastifyReply {
  return forgetCookie(reply, 'asked', https)
}
