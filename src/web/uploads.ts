/** What may be sent with a form: how large, how many, and files only where a form asks for one. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readToTheEnd } from './read-to-the-end.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The form asks for a file. */
    upload?: boolean
  }
}

/** The largest form that anybody may send, in bytes: a file of a megabyte and the fields beside it. */
export const formLimit = 1_100_000

export async function setUpUploads(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', refuseLarge)
  app.addHook('onRequest', refuseParts)
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    limits: { fileSize: formLimit, fieldSize: formLimit, files: 1, fields: 40, parts: 41 },
  })
}

/** Read to its end first: a browser reads no word before it has sent all. */
async function refuseLarge({ headers, raw }: FastifyRequest): Promise<void> {
  if (Number(headers['content-length'] ?? 0) <= formLimit) return
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
