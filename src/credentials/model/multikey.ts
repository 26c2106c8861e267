import { decodeBase58, encodeBase58 } from './base58.ts'

// Multicodec headers as varints (Controlled Identifiers 1.0 §2.2.2).
const publicHeader = [0xed, 0x01] as const
const secretHeader = [0x80, 0x26] as const
const keyLength = 32

export function publicKeyMultibase(publicKey: Uint8Array): string {
  return encodeMultikey(publicHeader, publicKey)
}

export function secretKeyMultibase(secretKey: Uint8Array): string {
  return encodeMultikey(secretHeader, secretKey)
}

/** The 32 raw bytes of an Ed25519 public key, or undefined for anything else. */
export function publicKeyFromMultibase(text: string): Uint8Array | undefined {
  return decodeMultikey(publicHeader, text)
}

export function secretKeyFromMultibase(text: string): Uint8Array | undefined {
  return decodeMultikey(secretHeader, text)
}

export function didKey(publicKey: Uint8Array): string {
  return `did:key:${publicKeyMultibase(publicKey)}`
}

export function didKeyVerificationMethod(publicKey: Uint8Array): string {
  const multibase = publicKeyMultibase(publicKey)
  return `did:key:${multibase}#${multibase}`
}

/** The public key that a `did:key` is, also where it stands bare as a verification method. */
export function publicKeyOfDidKey(identifier: string): Uint8Array | undefined {
  if (!identifier.startsWith('did:key:')) return undefined
  const [multibase = '', fragment, ...more] = identifier.slice('did:key:'.length).split('#')
  if (more.length > 0) return undefined
  if (fragment !== undefined && fragment !== multibase) return undefined
  return publicKeyFromMultibase(multibase)
}

function encodeMultikey(header: readonly number[], key: Uint8Array): string {
  if (key.length !== keyLength) throw new Error('an Ed25519 key is 32 bytes')
  return `z${encodeBase58(Uint8Array.from([...header, ...key]))}`
}

function decodeMultikey(header: readonly number[], text: string): Uint8Array | undefined {
  if (!text.startsWith('z')) return undefined
  const bytes = decodeBase58(text.slice(1), header.length + keyLength)
  if (!bytes || header.some((byte, index) => bytes[index] !== byte)) return undefined
  return bytes.slice(header.length)
}
