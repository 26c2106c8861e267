/** What the key of the equality answers does. It is a key of its own, and never in the database. */
import { createHmac, hkdfSync } from 'node:crypto'
import { seal, unseal } from '../../keys/sealing.ts'
import { pad, unpad } from './model/padded.ts'
import type { EqualityQuestions } from './model/question.ts'

export interface EqualityKey {
  /** The name that a person's answers go by. Without the key nobody can make it, or turn it back. */
  readonly pseudonymOf: (personId: string) => Buffer
  readonly seal: (words: string, pseudonym: Buffer) => Buffer
  /** Throws when they were sealed with another key, or belong to somebody else. */
  readonly unseal: (sealed: Buffer, pseudonym: Buffer) => string
  /** Shows which key it is, and nothing of the key. */
  readonly fingerprint: Buffer
}

export function equalityKeyOf(secret: Buffer): EqualityKey {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  const naming = derive('lanyard equality pseudonym')
  const sealing = derive('lanyard equality answers')
  return {
    pseudonymOf: (personId) => createHmac('sha256', naming).update(personId).digest(),
    seal: (words, pseudonym) => seal(sealing, pad(words), pseudonym.toString('hex')),
    unseal: (sealed, pseudonym) => unpad(unseal(sealing, sealed, pseudonym.toString('hex'))),
    fingerprint: derive('lanyard equality fingerprint'),
  }
}

/** What is asked, and the key that locks the answers; undefined where it is not asked. */
export interface EqualityAsked {
  readonly questions: EqualityQuestions
  readonly key: EqualityKey | undefined
}
