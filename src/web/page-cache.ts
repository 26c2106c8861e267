/** Pages of published text, rendered once and kept: the same bytes for everyone. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

interface Cached {
  readonly etag: string
  readonly type: string
  readonly body: Buffer
  readonly gzipped: Buffer
}

export interface PageCache {
  readonly pages: Map<string, Cached>
  /** Bytes held. */
  size: number
}

/**
 * In bytes: enough for every page of several editions. One page has many addresses, since any
 * letter may stand as %xx, so what was not asked for longest goes first.
 */
const capacity = 50_000_000

export function pageCache(): PageCache {
  return { pages: new Map(), size: 0 }
}

/**
 * Answers with the page kept under `key`, rendering it the first time. The key must name
 * everything the bytes depend on: address, query and the digest of the edition.
 */
export function sendCached(
  cache: PageCache,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
  render: () => { readonly type: string; readonly body: string },
): FastifyReply {
  const cached = found(cache, key) ?? keep(cache, key, render())
  reply.header('etag', cached.etag)
  reply.header('cache-control', 'public, max-age=60')
  reply.header('vary', 'accept, accept-encoding')
  if (request.headers['if-none-match'] === cached.etag) return reply.code(304).send()
  reply.header('content-type', cached.type)
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(cached.body)
  return reply.header('content-encoding', 'gzip').send(cached.gzipped)
}

function found({ pages }: PageCache, key: string): Cached | undefined {
  const cached = pages.get(key)
  if (cached === undefined) return undefined
  pages.delete(key)
  pages.set(key, cached)
  return cached
}

function keep(cache: PageCache, key: string, page: { type: string; body: string }): Cached {
  const body = Buffer.from(page.body)
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const cached = { etag: `"${digest}"`, type: page.type, body, gzipped: gzipSync(body) }
  cache.pages.set(key, cached)
  cache.size += sizeOf(cached)
  for (const [oldest, held] of cache.pages) {
    if (cache.size <= capacity) break
    cache.pages.delete(oldest)
    cache.size -= sizeOf(held)
  }
  return cached
}

function sizeOf({ body, gzipped }: Cached): number {
  return body.length + gzipped.length
}
