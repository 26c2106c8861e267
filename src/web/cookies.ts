/**
 * Every cookie that the site sets, and the one place where they are set. All are strictly necessary
 * for what somebody asks for (PECR 2003 reg.6 and Schedule A1), so nobody is asked; the page at
 * /privacy/cookies shows this list.
 */
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

export const cookies = {
  session: {
    what: 'Remembers that you are signed in. It holds a random number and nothing about you.',
    ends: 'When you sign out or close the browser, and after 12 hours at the latest.',
  },
  csrf: {
    what: 'Makes sure that a form was sent by you and not by another site.',
    ends: 'When you close the browser.',
  },
  asked: {
    what: 'Makes sure that a code in a letter opens nothing but in the browser that asked for it.',
    ends: 'When you have signed in, and after 10 minutes at the latest.',
  },
  browser: {
    what: 'Makes sure that another browser cannot end a sign-in that you began, with a passkey or through your employer.',
    ends: 'After 10 minutes.',
  },
  invitation: {
    what: 'Remembers the invitation that you opened while you sign in or make an account.',
    ends: 'When you have joined, and after 30 minutes at the latest.',
  },
} as const

export type CookieName = keyof typeof cookies

/** Over HTTPS a browser takes a cookie of this name only from this host, and for all of it. */
export function cookieName(name: CookieName, https: boolean): string {
  return https ? `__Host-${name}` : name
}

/** `lax` and not `strict`: whoever follows a link in a letter comes from another site. */
export function cookieOptions(https: boolean): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: https }
}

export function setCookie(
  reply: FastifyReply,
  cookie: {
    readonly name: CookieName
    readonly value: string
    readonly https: boolean
    /** It ends with the browser where no time is given. */
    readonly minutes?: number
  },
): void {
  const { name, value, https, minutes } = cookie
  const lasting = minutes === undefined ? {} : { maxAge: minutes * 60 }
  reply.setCookie(cookieName(name, https), value, { ...cookieOptions(https), ...lasting })
}

export function findCookie(
  request: FastifyRequest,
  name: CookieName,
  https: boolean,
): string | undefined {
  return request.cookies[cookieName(name, https)]
}

export function forgetCookie(reply: FastifyReply, name: CookieName, https: boolean): FastifyReply {
  return reply.clearCookie(cookieName(name, https), cookieOptions(https))
}
