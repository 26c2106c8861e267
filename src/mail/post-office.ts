/** Takes letters in, in the change's own transaction, and sends them once it is kept. */
import { z } from 'zod'
import type { Jobs, Work } from '../jobs/jobs.ts'
import { deriveKey, reseal, seal, unseal } from '../keys/sealing.ts'
import { insertShownLetter } from './demonstration-store.ts'
import { type Letter, letterSchema, type Post } from './letter.ts'
import { type MailSettings, mailTransport } from './transport.ts'

export interface PostSettings extends MailSettings {
  readonly demo: boolean
}

const context = 'letter'
const sealedLetter = z.object({ sealed: z.base64() })

export function postOffice(config: PostSettings, jobs: Jobs, keyEncryptionKey: Buffer): Post {
  const key = deriveKey(keyEncryptionKey, 'letters')
  const take = config.smtpUrl === undefined ? keepForShow(config) : sealAndSend(jobs, key)
  return (db, letter) => take(db, letterSchema.parse(letter))
}

/** Without a mail server only the demonstration has somewhere to put a letter. */
function keepForShow({ demo }: PostSettings): Post {
  if (demo) return insertShownLetter
  return async () => {
    throw new Error('SMTP_URL is not set: no letter can be sent')
  }
}

/** No address and no code stands readable in the table of jobs. */
function sealAndSend(jobs: Jobs, key: Buffer): Post {
  return (db, letter) => {
    const sealed = seal(key, Buffer.from(JSON.stringify(letter)), context)
    return jobs.send(db, 'send-letter', { sealed: sealed.toString('base64') })
  }
}

export function sendLetters(config: PostSettings, keyEncryptionKey: Buffer): Work {
  const key = deriveKey(keyEncryptionKey, 'letters')
  const transport = mailTransport(config)
  return {
    queue: 'send-letter',
    run: ({ id, details }) => transport(id, openLetter(key, details)),
  }
}

/** The same letter, sealed with another key; undefined where it is sealed with that one already. */
export function resealLetter(
  keys: { readonly current: Buffer; readonly previous: Buffer },
  sealed: string,
): string | undefined {
  const current = deriveKey(keys.current, 'letters')
  const previous = deriveKey(keys.previous, 'letters')
  return reseal({ current, previous }, Buffer.from(sealed, 'base64'), context)?.toString('base64')
}

function openLetter(key: Buffer, details: unknown): Letter {
  const { sealed } = sealedLetter.parse(details)
  const words = unseal(key, Buffer.from(sealed, 'base64'), context)
  return letterSchema.parse(JSON.parse(words.toString()))
}
