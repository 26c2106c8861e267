/** A batch of sealed events: its head is what is signed, chained and given to outside parties. */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export interface BatchHead {
  /** From 1, without a gap. */
  readonly number: number
  readonly events: number
  /** When the earliest and the latest of its events happened. */
  readonly from: string
  readonly to: string
  /** Hashes are in hexadecimal. */
  readonly root: string
  /** The hash of the head before it; of nothing before the first. */
  readonly previous: string
  readonly sealedAt: string
  /** The id of the key that signed it. */
  readonly key: string
}

export interface Batch extends BatchHead {
  readonly signature: Buffer
}

export interface AuditKey {
  readonly id: string
  readonly publicKey: Buffer
  /** The key before it says that this one follows; the first has nobody to say so. */
  readonly endorsedBy?: string | undefined
  readonly endorsement?: Buffer | undefined
}

export const beforeTheFirst = '0'.repeat(64)

/** What is signed says what it is, so that it passes for nothing else. */
export function headText(head: BatchHead): string {
  const { number, events, from, to, root, previous, sealedAt, key } = head
  const members = { number, events, from, to, root, previous, sealedAt, key }
  return `lanyard audit batch 1\n${JSON.stringify(members)}`
}

export function headHash(head: BatchHead): string {
  return createHash('sha256').update(headText(head)).digest('hex')
}

export function signHead(head: BatchHead, privateKey: KeyObject): Batch {
  return { ...head, signature: sign(null, Buffer.from(headText(head)), privateKey) }
}

export function isSignedBy({ signature, ...head }: Batch, { publicKey }: AuditKey): boolean {
  return isSigned(headText(head), signature, publicKey)
}

/** A key is named by what it is, so that the name can come to mean no other. */
export function keyId(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex')
}

export function endorse(key: string, privateKey: KeyObject): Buffer {
  return sign(null, Buffer.from(endorsementText(key)), privateKey)
}

export function isEndorsedBy({ id, endorsement }: AuditKey, before: AuditKey): boolean {
  if (endorsement === undefined) return false
  return isSigned(endorsementText(id), endorsement, before.publicKey)
}

function endorsementText(key: string): string {
  return `lanyard audit key 1\n${key}`
}

function isSigned(text: string, signature: Uint8Array, publicKey: Buffer): boolean {
  const x = publicKey.toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.from(text), key, signature)
}
