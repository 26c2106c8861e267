/** What is sealed opens only with its key and for its context: AES-256-GCM. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16
const keyBytes = 32

/** `context` names what is sealed, so that it opens nowhere else. */
export function seal(key: Buffer, plaintext: Uint8Array, context: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Throws when the key or the context is another one, or when a bit has changed. */
export function unseal(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  const iv = sealed.subarray(0, ivBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** Undefined where it is sealed with the current key already; throws where it is with neither. */
export function reseal(
  { current, previous }: { readonly current: Buffer; readonly previous: Buffer },
  sealed: Uint8Array,
  context: string,
): Buffer | undefined {
  if (opens(current, sealed, context)) return undefined
  return seal(current, unseal(previous, sealed, context), context)
}

function opens(key: Buffer, sealed: Uint8Array, context: string): boolean {
  try {
    unseal(key, sealed, context)
    return true
  } catch {
    // Sealed with another key: AES-GCM says no more than that.
    return false
  }
}

/** A key of its own for each purpose, so that what opens one store opens no other. */
export function deriveKey(keyEncryptionKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keyEncryptionKey, '', `lanyard ${purpose}`, keyBytes))
}

/** What the key of a file is sealed for. */
export function evidenceSealName(id: string): string {
  return `evidence:${id}`
}
