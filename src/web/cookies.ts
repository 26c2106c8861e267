/**
 * Every cookie that the site sets, and the one place where they are set. All are necessary for what
 * somebody asks for (PECR 2003 reg.6 and Schedule A1), so nobody is asked; the page at
 * /privacy/cookies shows this list.
 */
import type { FastifyReply } from 'fastify'

interface Cookie {
  readonly what: string
  readonly ends: string
}

export const cookies = {
  session: {
    what: 'Remembers that you are signed in. It holds a random number and nothing about you.',
    ends: 'When you sign out or close the browser, and after 12 hours at the latest.',
  },
  csrf: {
    what: 'Makes sure that a form was sent by you and not by another site.',
    ends: 'When you close the browser.',
  },
} as const satisfies Readonly<Record<string, Cookie>>

export type CookieName = keyof typeof cookies

/** Over HTTPS a browser takes a cookie of this name only from this host, and for all of it. */
export function cookieName(name: CookieName, https: boolean): string {
  return https ? `__Host-${name}` : name
}

export function setCookie(
  reply: FastifyReply,
  { name, value, https }: { readonly name: CookieName; readonly value: string; readonly https: boolean },
): void {
  reply.setCookie(cookieName(name, https), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
  })
}
