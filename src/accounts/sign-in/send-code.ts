/** A code in a letter: made, kept as a hash, and sent in the same transaction. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Transaction } from '../../database/database.ts'
import { deriveKey } from '../../keys/sealing.ts'
import type { Site } from '../../web/site.ts'
import {
  type Asker,
  countCodesTo,
  type EmailCode,
  insertEmailCode,
  removeEmailCodesBefore,
  setUsed,
  takeTry,
} from './email-codes-store.ts'
import {
  emailCodeLength,
  emailCodeMinutes,
  emailCodeTries,
  hashEmailCode,
  isSameHash,
} from './model/email-code.ts'
import type { Words } from './model/letters.ts'
import { hashOf, signInJob } from './sessions-actions.ts'

/**
 * What may be sent to one address. Guessing is stopped by the number of codes, and nobody is shut
 * out by it: to sign in there is then still the link, which nobody guesses.
 */
const limits = { codesAnHour: 10, codesADay: 30, lettersAnHour: 30 }

const hour = 3_600_000

export interface CodeRequest {
  readonly asker: Asker
  readonly address: string
  readonly personId: string | undefined
  readonly sharedComputer?: boolean
  readonly nextPath?: string
  readonly kind?: EmailCode['kind']
  readonly endsOn?: string | undefined
}

export interface Secrets {
  /** Undefined where too many codes were sent and only the link opens anything. */
  readonly code?: string | undefined
  readonly link: string
}

/** The same work whoever has the address, and whether anybody does. Runs as `signInJob`. */
export async function sendCode(
  db: Transaction,
  site: Site,
  { request, letter }: { request: CodeRequest; letter: (secrets: Secrets) => Words },
): Promise<'sent' | 'too-many'> {
  const now = site.now()
  await removeEmailCodesBefore(db, new Date(now.getTime() - 24 * hour))
  const { address, asker } = request
  const since = [new Date(now.getTime() - hour), new Date(now.getTime() - 24 * hour)]
  const sent = await countCodesTo(db, { address, purpose: asker.purpose, since })
  const allowed = asker.purpose === 'sign-in' ? toSignIn(sent) : inSession(sent)
  if (allowed === 'nothing') return 'too-many'
  const id = randomUUID()
  const code = allowed === 'code' ? newCode() : undefined
  const link = randomBytes(32).toString('base64url')
  await insertEmailCode(db, {
    ...request,
    sharedComputer: request.sharedComputer ?? false,
    id,
    codeHash: code === undefined ? undefined : hashIn(site, id, code),
    linkHash: asker.purpose === 'sign-in' ? hashOf(link) : undefined,
    createdAt: now,
    expiresAt: new Date(now.getTime() + emailCodeMinutes * 60_000),
  })
  await site.post(db, { to: address, ...letter({ code, link }) })
  return 'sent'
}

/**
 * What was right is spent, and so is a try where it was wrong, which is noted whether or not
 * anybody has the address. Runs as `signInJob`.
 */
export async function spendCode(
  db: Transaction,
  site: Site,
  { asker, typed }: { readonly asker: Asker; readonly typed: string | undefined },
): Promise<EmailCode | undefined> {
  if (typed === undefined) return undefined
  const now = site.now()
  const code = await takeTry(db, { asker, now, tries: emailCodeTries })
  if (code === undefined) return undefined
  if (code.codeHash === undefined || !isSameHash(code.codeHash, hashIn(site, code.id, typed))) {
    const { id, personId, triesLeft } = code
    const whose = personId === undefined ? `email-code:${id}` : `person:${personId}`
    const { purpose } = asker
    await recordEvent(db, signInJob, 'email-code.refused', whose, { purpose, triesLeft })
    return undefined
  }
  await setUsed(db, { id: code.id, now })
  return code
}

function hashIn({ keyEncryptionKey }: Site, id: string, code: string): Buffer {
  return hashEmailCode(deriveKey(keyEncryptionKey, 'e-mailed codes'), id, code)
}

type Allowed = 'code' | 'link' | 'nothing'

function toSignIn([lastHour = 0, lastDay = 0]: readonly number[]): Allowed {
  if (lastHour >= limits.lettersAnHour) return 'nothing'
  return lastHour >= limits.codesAnHour || lastDay >= limits.codesADay ? 'link' : 'code'
}

/** Whoever guesses these is signed in already; an assessor may need one four times an hour, all day. */
function inSession([lastHour = 0]: readonly number[]): Allowed {
  return lastHour >= limits.codesAnHour ? 'nothing' : 'code'
}

function newCode(): string {
  return String(randomInt(10 ** emailCodeLength)).padStart(emailCodeLength, '0')
}
