/** Somebody who reads pages and sends their forms, as a browser without script would. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export type Fields = Readonly<Record<string, string | readonly string[]>>

export interface Visitor {
  readonly get: (url: string) => Promise<LightMyRequestResponse>
  readonly post: (url: string, fields?: Fields) => Promise<LightMyRequestResponse>
}

/** `session` is the cookie of somebody signed in; without it a stranger visits. */
export function visitor(app: FastifyInstance, session = ''): Visitor {
  const get = (url: string) => app.inject({ url, headers: { cookie: session } })
  async function post(url: string, fields: Fields = {}) {
    const form = await app.inject('/sign-in')
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const csrf = form.cookies.map(({ name, value }) => `${name}=${value}`)
    return app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: [session, ...csrf].join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: encode({ ...fields, _csrf: token }),
    })
  }
  return { get, post }
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )
  return new URLSearchParams(pairs).toString()
}

/** What a person reads on a page, without its markup. */
export function wordsOf(page: LightMyRequestResponse): string {
  return page.body
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
}
