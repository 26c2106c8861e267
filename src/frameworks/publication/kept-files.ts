/** Files made of published text: made once however many ask, one after another, and kept. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

interface KeptFile {
  readonly etag: string
  readonly body: Buffer
}

interface Kept {
  readonly file: Promise<KeptFile>
  /** 0 until it is made. */
  bytes: number
}

export interface KeptFiles {
  readonly files: Map<string, Kept>
  /** Bytes held. */
  size: number
  /** Ends when what is being made is made: two at a time would hold up the pages of others. */
  last: Promise<unknown>
}

/** In bytes: every file of a dozen editions. */
const capacity = 40_000_000

export function keptFiles(): KeptFiles {
  return { files: new Map(), size: 0, last: Promise.resolve() }
}

/** The key names everything that the bytes depend on. What could not be made is made anew. */
export function getFile(
  kept: KeptFiles,
  key: string,
  make: () => Promise<Buffer>,
): Promise<KeptFile> {
  const known = kept.files.get(key) ?? makeInTurn(kept, key, make)
  // What was not asked for longest goes first.
  kept.files.delete(key)
  kept.files.set(key, known)
  return known.file
}

function makeInTurn(kept: KeptFiles, key: string, make: () => Promise<Buffer>): Kept {
  const file = kept.last.then(make).then((body) => ({ etag: etagOf(body), body }))
  const made: Kept = { file, bytes: 0 }
  kept.last = file.then(
    ({ body }) => {
      made.bytes = body.length
      kept.size += body.length
      letGo(kept, made)
    },
    () => kept.files.delete(key),
  )
  return made
}

/** Whoever is being sent a file has it already. */
function letGo(kept: KeptFiles, made: Kept): void {
  for (const [key, one] of kept.files) {
    if (kept.size <= capacity) return
    if (one === made || one.bytes === 0) continue
    kept.files.delete(key)
    kept.size -= one.bytes
  }
}

function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: KeptFile & { readonly name: string; readonly type: string },
): FastifyReply {
  reply.header('etag', file.etag).header('cache-control', 'public, max-age=60')
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send()
  return reply
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .type(file.type)
    .send(file.body)
}
