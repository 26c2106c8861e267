/** The links and printed codes of invitations: made by chance, given once, and kept only as a hash. */
import { createHmac, randomBytes } from 'node:crypto'
import {
  formatPaperCode,
  makePaperCode,
  paperCodeBytes,
  parsePaperCode,
} from '../../accounts/sign-in/model/paper-code.ts'
import { deriveKey } from '../../keys/sealing.ts'

export interface Secret {
  /** As the person is given it. */
  readonly shown: string
  readonly hash: Buffer
}

interface Keys {
  readonly keyEncryptionKey: Buffer
}

export function makeLinkSecret(keys: Keys): Secret {
  const token = randomBytes(32).toString('base64url')
  return { shown: token, hash: hashOf(keys, 'link', token) }
}

export function makeCodeSecret(keys: Keys): Secret {
  const code = makePaperCode(randomBytes(paperCodeBytes))
  return { shown: formatPaperCode(code), hash: hashOf(keys, 'code', code.finder + code.secret) }
}

export function hashLink(keys: Keys, token: string): Buffer | undefined {
  return /^[\w-]{43}$/.test(token) ? hashOf(keys, 'link', token) : undefined
}

/** However it was typed; undefined where it can be no code. */
export function hashTypedCode(keys: Keys, typed: string): Buffer | undefined {
  const code = parsePaperCode(typed)
  return code && hashOf(keys, 'code', code.finder + code.secret)
}

/**
 * With a key that is not in the database: a code on paper has 80 bits, and hundreds are printed at
 * once, too many to hash each as slowly as a password. They end after fourteen days.
 */
function hashOf({ keyEncryptionKey }: Keys, kind: 'link' | 'code', secret: string): Buffer {
  const key = deriveKey(keyEncryptionKey, 'invitations')
  return createHmac('sha256', key).update(`${kind}:${secret}`).digest()
}
