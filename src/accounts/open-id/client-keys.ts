/** The keys by which providers know us, where they ask for `private_key_jwt`. */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type { ClientKeyAlgorithm } from '../../open-id-settings.ts'

type Jwk = Readonly<Record<string, string>>

const imports = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  RS512: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const satisfies Readonly<Record<ClientKeyAlgorithm, object>>

export function signingKey(pem: string, algorithm: ClientKeyAlgorithm): Promise<CryptoKey> {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' })
  return crypto.subtle.importKey('pkcs8', der, imports[algorithm], false, ['sign'])
}

/** The public half, as a provider fetches it. */
export function publicJwk(pem: string, algorithm: ClientKeyAlgorithm): Jwk {
  return { ...publicPart(pem), kid: keyId(pem), use: 'sig', alg: algorithm }
}

/** RFC 7638: a thumbprint, so that a key names itself. */
export function keyId(pem: string): string {
  const part = publicPart(pem)
  const members = Object.keys(part).sort()
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, part[name]])))
  return createHash('sha256').update(canonical).digest('base64url')
}

function publicPart(pem: string): Jwk {
  const { kty = '', n, e, crv, x, y } = createPublicKey(pem).export({ format: 'jwk' })
  if (n !== undefined && e !== undefined) return { e, kty, n }
  if (crv !== undefined && x !== undefined && y !== undefined) return { crv, kty, x, y }
  throw new Error(`a key of type ${kty} signs nothing here`)
}
