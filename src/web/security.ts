/** Headers, cookies, forms and limits: what stands between the site and the outside. */
import { createHash } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { type Config, loopbackHosts } from '../config.ts'
import { NotFound } from '../errors.ts'
import { inlineScript } from '../ui/page-layout.tsx'
import { cookieName, cookieOptions } from './cookies.ts'
import { setUpLimits } from './limits.ts'
import { formLimit, setUpUploads } from './uploads.ts'

export async function setUpSecurity(app: FastifyInstance, { https, demo }: Config): Promise<void> {
  if (demo) app.addHook('onRequest', refuseOtherNames)
  await setUpHeaders(app, https)
  app.addHook('onRequest', refuseNul)
  // CSRF tokens are masked anew in each page, so compression tells nothing of them.
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 1024 })
  await app.register(cookie)
  await app.register(csrf, {
    cookieKey: cookieName('csrf', https),
    cookieOpts: { ...cookieOptions(https), sameSite: 'strict' },
  })
  await app.register(formbody, { bodyLimit: formLimit })
  app.addHook('preValidation', async (request) => void unread.add(request))
  await setUpUploads(app)
  await setUpLimits(app)
  app.addHook('preHandler', (request, reply, done) => {
    unread.delete(request)
    if (request.method === 'GET' || request.method === 'HEAD') return done()
    return app.csrfProtection(request, reply, done)
  })
}

const unread = new WeakSet<FastifyRequest>()

/** While a form in parts is being read, whose faults carry no status: a fault is then the sender's. */
export function isUnread(request: FastifyRequest): boolean {
  return unread.has(request)
}

/** PostgreSQL holds no NUL character, so nothing has an address with one. */
async function refuseNul({ url }: FastifyRequest): Promise<void> {
  if (/^[^?]*%00/.test(url)) throw new NotFound('an address with a NUL character')
}

/** In the demonstration anybody is anybody: a page elsewhere must not reach it by a name of its own. */
async function refuseOtherNames({ headers }: FastifyRequest): Promise<void> {
  const name = headers.host?.replace(/:\d+$/, '')
  if (name !== undefined && loopbackHosts.includes(name)) return
  throw Object.assign(new Error('the demonstration is asked for by another name'), {
    statusCode: 421,
  })
}

/** Helmet is asked once: what it says is the same for every answer. */
async function setUpHeaders(app: FastifyInstance, https: boolean): Promise<void> {
  const asked = Fastify()
  await asked.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(https) },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  asked.get('/', (_, reply) => reply.send())
  const { headers } = await asked.inject('/')
  const ofTheAnswer = ['content-length', 'date', 'connection']
  const constant = Object.fromEntries(
    Object.entries(headers).filter(([name]) => !ofTheAnswer.includes(name)),
  )
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(constant)
    done()
  })
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
