/** Headers, cookies, forms and limits: what stands between the site and the outside. */
import { createHash } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { inlineScript } from '../ui/page-layout.tsx'

/** The largest form that anybody may send, in bytes. */
export const formLimit = 1_100_000

export async function setUpSecurity(app: FastifyInstance, https: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(https) },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  // CSRF tokens are masked anew in each page, so compression tells nothing of them.
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 1024 })
  await app.register(cookie)
  await app.register(csrf, {
    cookieKey: https ? '__Host-csrf' : 'csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict', secure: https },
  })
  await app.register(formbody, { bodyLimit: formLimit })
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: formLimit, fieldSize: formLimit, files: 1, fields: 40 },
  })
  app.addHook('onRoute', limitForms)
  await app.register(rateLimit, { global: false })
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') return done()
    return app.csrfProtection(request, reply, done)
  })
}

/** Forms are counted; pages are not, so that a ward behind one address can read. */
function limitForms(route: RouteOptions): void {
  if (route.method !== 'POST') return
  route.config = { ...route.config, rateLimit: { max: 600, timeWindow: '1 minute' } }
}

/** A hash and no nonce, so that pages can be cached. */
function contentSecurityPolicy(https: boolean): Record<string, string[] | null> {
  const script = createHash('sha256').update(inlineScript).digest('base64')
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'sha256-${script}'`],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': https ? [] : null,
  }
}
