/** Sends a form with a file, as a browser would. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export async function sendFile(
  app: FastifyInstance,
  session: string,
  url: string,
  sent: {
    readonly fields: Readonly<Record<string, string>>
    readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  },
): Promise<LightMyRequestResponse> {
  const form = await app.inject('/sign-in')
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const csrf = form.cookies.map(({ name, value }) => `${name}=${value}`)
  const boundary = 'a-border-of-this-form'
  const fields = Object.entries({ ...sent.fields, _csrf: token }).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const { file } = sent
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file?.name}"\r\nContent-Type: ${file?.type}\r\n\r\n`
  return app.inject({
    ...{ method: 'POST', url },
    headers: {
      cookie: [session, ...csrf].join('; '),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      ...fields.map((field) => Buffer.from(field)),
      ...(file ? [Buffer.from(head), file.bytes, Buffer.from('\r\n')] : []),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  })
}
