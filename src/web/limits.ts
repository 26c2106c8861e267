/** How often a form may be sent. Pages are not counted, so that a ward behind one address can read. */
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'

/** Counted in each process, for the person who is signed in, and where nobody is for the network address. */
export interface Limit {
  readonly most: number
  readonly minutes: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** In place of what every form has; on a page too, where looking alone can be misused. */
    limit?: Limit
  }
}

export class TooMany extends Error {
  override readonly name = 'TooMany'
  readonly statusCode = 429
  readonly seconds: number
  constructor(seconds: number) {
    super(`too many; again in ${seconds} seconds`)
    this.seconds = seconds
  }
}

/** A hospital may be behind one address; nobody fills in more than two forms a second. */
const usual = { address: 600, person: 120, minutes: 1 }

export async function setUpLimits(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', limitRoute)
  const silent = {
    'x-ratelimit-limit': false,
    'x-ratelimit-remaining': false,
    'x-ratelimit-reset': false,
  }
  await app.register(rateLimit, {
    global: false,
    addHeaders: { ...silent, 'retry-after': true },
    addHeadersOnExceeding: silent,
    errorResponseBuilder: (_, { ttl }) => new TooMany(Math.ceil(ttl / 1000)),
  })
}

function limitRoute(route: RouteOptions): void {
  const { limit } = route.config ?? {}
  if (limit === undefined && route.method !== 'POST') return
  const most = (request: FastifyRequest) => (isPerson(request) ? usual.person : usual.address)
  route.config = {
    ...route.config,
    rateLimit: {
      max: limit?.most ?? most,
      timeWindow: 60_000 * (limit?.minutes ?? usual.minutes),
      keyGenerator: whoAsks,
    },
  }
}

function whoAsks(request: FastifyRequest): string {
  return request.actor.kind === 'person' ? request.actor.id : normalizeIP(request.ip)
}

function isPerson({ actor }: FastifyRequest): boolean {
  return actor.kind === 'person'
}
