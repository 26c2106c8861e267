/**
 * The hash of a code on paper: slow and salted as of a password, since it has fewer than 112 bits
 * (ASVS 5, 6.5.2), and keyed, so that a copy of the table alone gives nothing to try codes on. With
 * that, and forty random bits, the least cost is enough: somebody waits while ten are hashed.
 */
import { type BinaryLike, createHmac, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { deriveKey } from '../../keys/sealing.ts'
import { isSameHash } from './model/email-code.ts'

const slowly = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt)

const cost: ScryptOptions = { N: 2 ** 14, r: 8, p: 1 }

export interface SaltedHash {
  readonly salt: Buffer
  readonly hash: Buffer
}

export async function hashPaperSecret(
  keyEncryptionKey: Buffer,
  secret: string,
): Promise<SaltedHash> {
  const salt = randomBytes(16)
  return { salt, hash: await hash(keyEncryptionKey, secret, salt) }
}

/** As slow where there is nothing to compare with. */
export async function isPaperSecret(
  keyEncryptionKey: Buffer,
  secret: string,
  kept: SaltedHash | undefined,
): Promise<boolean> {
  const given = await hash(keyEncryptionKey, secret, kept?.salt ?? randomBytes(16))
  return kept !== undefined && isSameHash(kept.hash, given)
}

function hash(keyEncryptionKey: Buffer, secret: string, salt: Buffer): Promise<Buffer> {
  const key = deriveKey(keyEncryptionKey, 'codes on paper')
  return slowly(createHmac('sha256', key).update(secret).digest(), salt, 32, cost)
}
