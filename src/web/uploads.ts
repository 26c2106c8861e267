/** What may be sent with a form: how large, how many, and files only where a form asks for one. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readToTheEnd } from './read-to-the-end.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The form asks for a file. */
    upload?: boolean
    /** Bytes of the whole form, where a file may be larger than forms are. */
    uploadLimit?: number
  }
}

/** The largest form, in bytes, where a route says no more: a file of a megabyte and its fields. */
export const formLimit = 1_100_000

/** The largest that any route may say: the parser knows nothing of routes. */
const largestUpload = 10_000_000

export async function setUpUploads(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', refuseLarge)
  app.addHook('onRequest', refuseParts)
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: largestUpload, fieldSize: formLimit, files: 1, fields: 40, parts: 41 },
  })
}

/** Read to its end first: a browser reads no word before it has sent all. */
async function refuseLarge({ headers, raw, routeOptions }: FastifyRequest): Promise<void> {
  const limit = routeOptions.config.uploadLimit ?? formLimit
  if (Number(headers['content-length'] ?? 0) <= limit) return
  await readToTheEnd(raw)
  throw refusal(413, 'the form is too large')
}

/** The parser counts each part and never the whole, so the whole must be told before it is read. */
async function refuseParts({ headers, routeOptions }: FastifyRequest): Promise<void> {
  if (!/^multipart\b/i.test(headers['content-type']?.trim() ?? '')) return
  if (routeOptions.config.upload !== true) throw refusal(415, 'this form takes no file')
  if (headers['content-length'] === undefined) throw refusal(411, 'its length is not told')
}

function refusal(statusCode: number, why: string): Error {
  return Object.assign(new Error(why), { statusCode })
}
