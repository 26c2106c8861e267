/** Sends a file with a form, as a browser would. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export async function uploadFile(
  app: FastifyInstance,
  session: string,
  {
    url,
    file,
    name = 'file.bin',
  }: {
    readonly url: string
    readonly file: Uint8Array | string
    readonly name?: string
  },
): Promise<LightMyRequestResponse> {
  const page = await app.inject('/sign-in')
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const csrf = page.cookies.map((cookie) => `${cookie.name}=${cookie.value}`)
  const boundary = 'a-line-between-parts'
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(`${part('name="_csrf"')}${token}\r\n`),
    Buffer.from(part(`name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`)),
    Buffer.from(file),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return app.inject({
    ...{ method: 'POST', url, payload },
    headers: {
      cookie: [session, ...csrf].join('; '),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  })
}
