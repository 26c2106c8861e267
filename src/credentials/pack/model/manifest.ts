/** What stands in a leaving pack, and the seal over it: docs/decisions/0012-leaving-pack.md. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Outcome } from '../../model/verdict.ts'

/** Changes only when a program that reads a pack would have to change too. */
export const packFormat = 'lanyard-leaving-pack/1'

/** Names inside the part of a pack that is meant for others. */
export const packNames = {
  manifest: 'manifest.json',
  seal: 'manifest-seal.json',
  credentials: 'credentials/',
  /** From elsewhere, exactly as they came. */
  brought: 'brought/',
  issuers: 'issuers/',
  status: 'status/',
} as const

export interface PackedFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** What the register of the service said of an issuer, for one credential, when the pack was made. */
export interface RegisterWord {
  readonly file: string
  readonly issuer: string
  readonly name?: string | undefined
  readonly outcome: Outcome
  readonly message: string
}

export interface Manifest {
  readonly format: typeof packFormat
  readonly madeAt: string
  /** The address of the service that made it. */
  readonly madeBy: string
  readonly holder: { readonly name: string; readonly key?: string | undefined }
  readonly files: readonly PackedFile[]
  readonly register: readonly RegisterWord[]
}

/** The key is named by its SHA-256, as in the audit; `publicKey` and `signature` are base64url. */
export interface ManifestSeal {
  readonly key: string
  readonly publicKey: string
  readonly signature: string
}

/** What is signed says what it is, so that it passes for nothing else. */
export function sealedText(manifest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('lanyard leaving pack 1\n'), manifest])
}

export function packedFile(name: string, content: Uint8Array): PackedFile {
  return { name, sha256: sha256(content), size: content.length }
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** By the key that it brings along; whose key that is, it cannot say. */
export function isSealed(
  manifest: Uint8Array,
  { key, publicKey, signature }: ManifestSeal,
): boolean {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32 || sha256(raw) !== key) return false
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
  const keyObject = createPublicKey({ key: jwk, format: 'jwk' })
  return verify(null, sealedText(manifest), keyObject, Buffer.from(signature, 'base64url'))
}
