/** The slow hash of a code on paper, as of a password (ASVS 5, 6.5.2: it has fewer than 112 bits). */
import { type BinaryLike, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { isSameHash } from './model/email-code.ts'

const slowly = promisify<BinaryLike, BinaryLike, number, ScryptOptions, Buffer>(scrypt)

/** Of what OWASP names as equal, the one with the least memory: this also runs on small machines. */
const cost: ScryptOptions = { N: 2 ** 14, r: 8, p: 5 }

export async function hashPaperSecret(
  secret: string,
): Promise<{ readonly salt: Buffer; readonly hash: Buffer }> {
  const salt = randomBytes(16)
  return { salt, hash: await slowly(secret, salt, 32, cost) }
}

/** As slow where there is nothing to compare with. */
export async function isPaperSecret(
  secret: string,
  kept: { readonly salt: Buffer; readonly hash: Buffer } | undefined,
): Promise<boolean> {
  const given = await slowly(secret, kept?.salt ?? randomBytes(16), 32, cost)
  return kept !== undefined && isSameHash(kept.hash, given)
}
