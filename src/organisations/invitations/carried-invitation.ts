/** An invitation on its way through sign-in: in a cookie that only this site reads, for half an hour. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Site } from '../../web/site.ts'
import { hashLink, hashTypedCode } from './secrets.ts'

const minutes = 30

export interface Carried {
  readonly kind: 'link' | 'code'
  readonly secret: string
}

export function setCarried(reply: FastifyReply, { config }: Site, carried: Carried): void {
  const { kind, secret } = carried
  reply.setCookie(nameOf(config.https), `${kind}:${secret.slice(0, 60)}`, {
    path: '/',
    httpOnly: true,
    // Not `strict`: whoever opens the link in a letter comes from another site.
    sameSite: 'lax',
    secure: config.https,
    maxAge: minutes * 60,
  })
}

/** What it is known by; undefined where this browser brings none. */
export function findCarried({ cookies }: FastifyRequest, site: Site): Buffer | undefined {
  const [, kind, secret = ''] =
    /^(link|code):(.*)$/.exec(cookies[nameOf(site.config.https)] ?? '') ?? []
  if (kind === 'link') return hashLink(site, secret)
  return kind === 'code' ? hashTypedCode(site, secret) : undefined
}

export function forgetCarried(reply: FastifyReply, { config }: Site): FastifyReply {
  return reply.clearCookie(nameOf(config.https), { path: '/' })
}

function nameOf(https: boolean): string {
  return https ? '__Host-invitation' : 'invitation'
}
