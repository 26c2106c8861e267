/** A mark on the browser that asked for a letter: in any other one, code and link open nothing. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { emailCodeMinutes } from './model/email-code.ts'

/** A new mark each time, and never one that the browser brought along. */
export function markBrowser(reply: FastifyReply, https: boolean, mark: string): void {
  reply.setCookie(cookieName(https), mark, {
    path: '/',
    httpOnly: true,
    // Not `strict`: whoever opens the link in a letter comes from another site.
    sameSite: 'lax',
    secure: https,
    maxAge: emailCodeMinutes * 60,
  })
}

/** A browser without a mark has one that is never given. */
export function findMark({ cookies }: FastifyRequest, https: boolean): string {
  return cookies[cookieName(https)] ?? ''
}

export function forgetMark(reply: FastifyReply, https: boolean): FastifyReply {
  return reply.clearCookie(cookieName(https), { path: '/' })
}

function cookieName(https: boolean): string {
  return https ? '__Host-asked' : 'asked'
}
