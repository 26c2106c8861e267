/** A provider on this machine that answers whatever a test tells it to. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FalseProvider {
  readonly issuer: string
  /** What the token endpoint answers from now on. */
  readonly answers: (status: number, body: string | object) => void
  /** In place of what it says of itself. */
  readonly says: (metadata: object) => void
  readonly idToken: (claims: object, signed?: 'rightly' | 'by-another' | 'not') => string
  readonly close: () => Promise<void>
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function falseProvider(): Promise<FalseProvider> {
  const [right, other] = [newKey(), newKey()]
  const { n, e } = right.publicKey.export({ format: 'jwk' })
  let metadata: object = {}
  let answer: { status: number; body: string } = { status: 500, body: '' }
  const server = createServer((request, response) => {
    const send = (status: number, body: string) => {
      const type = body.startsWith('{') ? 'application/json' : 'text/html'
      response.writeHead(status, { 'content-type': type }).end(body)
    }
    if (request.url === '/token') return send(answer.status, answer.body)
    if (request.url === '/keys') {
      const key = { kty: 'RSA', kid: 'one', alg: 'RS256', use: 'sig', n, e }
      return send(200, JSON.stringify({ keys: [key] }))
    }
    return send(200, JSON.stringify({ ...ordinary(), ...metadata }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ordinary = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'none'],
  })
  return {
    issuer,
    answers: (status, body) => {
      answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
    },
    says: (words) => {
      metadata = words
    },
    idToken: (claims, signed = 'rightly') => {
      if (signed === 'not') return `${part({ alg: 'none' })}.${part(claims)}.`
      return jwt(claims, signed === 'rightly' ? right.privateKey : other.privateKey)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function newKey() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

function jwt(claims: object, key: KeyObject): string {
  const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}
