/** Private keys as they are made and opened: in memory, and sealed everywhere else. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { unseal } from './sealing.ts'

export function makeKeyPair(): { readonly publicKey: Buffer; readonly pkcs8: Buffer } {
  const pair = generateKeyPairSync('ed25519')
  // An Ed25519 key as JWK always has x (RFC 8037 §2).
  const x = pair.publicKey.export({ format: 'jwk' }).x ?? ''
  const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' })
  return { publicKey: Buffer.from(x, 'base64url'), pkcs8 }
}

export function openPrivateKey(
  keyEncryptionKey: Buffer,
  key: { readonly id: string; readonly sealedPrivateKey: Uint8Array },
): KeyObject {
  const der = unseal(keyEncryptionKey, key.sealedPrivateKey, key.id)
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}
