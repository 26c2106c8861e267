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
}

/** Enough for every page of several editions; the oldest goes first. */
const capacity = 2_000

export function pageCache(): PageCache {
  return { pages: new Map() }
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
  const cached = cache.pages.get(key) ?? keep(cache, key, render())
  reply.header('etag', cached.etag)
  reply.header('cache-control', 'public, max-age=60')
  reply.header('vary', 'accept, accept-encoding')
  if (request.headers['if-none-match'] === cached.etag) return reply.code(304).send()
  reply.header('content-type', cached.type)
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(cached.body)
  return reply.header('content-encoding', 'gzip').send(cached.gzipped)
}

function keep(cache: PageCache, key: string, page: { type: string; body: string }): Cached {
  const body = Buffer.from(page.body)
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const cached = { etag: `"${digest}"`, type: page.type, body, gzipped: gzipSync(body) }
  const oldest = cache.pages.size >= capacity ? cache.pages.keys().next().value : undefined
  if (oldest !== undefined) cache.pages.delete(oldest)
  cache.pages.set(key, cached)
  return cached
}
