/** Somebody who asks a server over its socket, whichever process it is by now. */
import { Agent, request } from 'node:http'
import type { Fields } from '../visitor.ts'

export interface Answer {
  readonly status: number
  readonly location: string
  readonly body: string
}

export interface Caller {
  readonly get: (path: string) => Promise<Answer>
  /** Fetches a form's token first where it has none. */
  readonly post: (path: string, fields?: Fields) => Promise<Answer>
  /** The same server, without anything that it gave. */
  readonly another: () => Caller
  readonly cookie: (name: string) => string | undefined
}

/** `port` is asked each time. Rejects when the answer does not come whole. */
export function caller(port: () => number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: 2000 })
  const jar = new Map<string, string>()
  let token = ''

  function send(method: string, path: string, body?: string): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const headers = { host: 'localhost', cookie, ...(body === undefined ? {} : form) }
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: port(), method, path, headers, agent }
      const asked = request({ ...options, timeout: 10_000 }, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => void chunks.push(chunk))
        reply.on('error', reject)
        reply.on('end', () => {
          if (!reply.complete) return reject(new Error('cut off'))
          for (const line of reply.headers['set-cookie'] ?? []) keep(line)
          resolve({
            status: reply.statusCode ?? 0,
            location: reply.headers.location ?? '',
            body: Buffer.concat(chunks).toString(),
          })
        })
      })
      asked.on('timeout', () => asked.destroy(new Error('no answer')))
      asked.on('error', reject)
      asked.end(body)
    })
  }

  function keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (name !== undefined && value !== undefined) jar.set(name, value)
  }

  /** A token ends with the session that it was made in. */
  async function post(path: string, fields: Fields = {}): Promise<Answer> {
    const answer = await postWith(token, path, fields)
    if (answer.status !== 403) return answer
    const form = await send('GET', '/sign-in')
    token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    return postWith(token, path, fields)
  }

  function postWith(csrf: string, path: string, fields: Fields): Promise<Answer> {
    const pairs = Object.entries({ ...fields, _csrf: csrf }).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    )
    return send('POST', path, new URLSearchParams(pairs).toString())
  }

  const another = () => caller(port)
  return { get: (path) => send('GET', path), post, another, cookie: (name) => jar.get(name) }
}
