/** An invitation on its way through sign-in: in a cookie that only this site reads, for half an hour. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findCookie, forgetCookie, setCookie } from '../../web/cookies.ts'
import type { Site } from '../../web/site.ts'
import { hashLink, hashTypedCode } from './secrets.ts'

const minutes = 30
const longestSecret = 60

export interface Carried {
  readonly kind: 'link' | 'code'
  readonly secret: string
}

export function setCarried(reply: FastifyReply, { config }: Site, carried: Carried): void {
  const value = `${carried.kind}:${carried.secret.slice(0, longestSecret)}`
  setCookie(reply, { name: 'invitation', value, https: config.https, minutes })
}

/** What it is known by; undefined where this browser brings none. */
export function findCarried(request: FastifyRequest, site: Site): Buffer | undefined {
  const carried = findCookie(request, 'invitation', site.config.https) ?? ''
  const [, kind, secret = ''] = /^(link|code):(.*)$/.exec(carried) ?? []
  if (kind === 'link') return hashLink(site, secret)
  return kind === 'code' ? hashTypedCode(site, secret) : undefined
}

export function forgetCarried(reply: FastifyReply, { config }: Site): FastifyReply {
  return forgetCookie(reply, 'invitation', config.https)
}
