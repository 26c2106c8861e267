/** A browser without script: it keeps cookies, reads pages and sends their forms. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export interface Browser {
  readonly get: (url: string) => Promise<LightMyRequestResponse>
  readonly post: (
    url: string,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>
  readonly cookies: Map<string, string>
}

/** `cookie` as somebody's session gives it; `headers` go with every request. */
export function browser(
  app: FastifyInstance,
  cookie = '',
  headers: Readonly<Record<string, string>> = {},
): Browser {
  const cookies = new Map(
    cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )

  async function send(options: { method: 'GET' | 'POST'; url: string; payload?: string }) {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await app.inject({
      ...options,
      headers: {
        ...headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(options.payload !== undefined && form),
      },
    })
    for (const { name, value } of reply.cookies) cookies.set(name, value)
    return reply
  }

  const get = (url: string) => send({ method: 'GET', url })

  async function post(url: string, fields: Readonly<Record<string, string>> = {}) {
    const page = await get('/sign-in')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const payload = new URLSearchParams({ ...fields, _csrf }).toString()
    return send({ method: 'POST', url, payload })
  }

  return { get, post, cookies }
}
