/** SMTP, by nodemailer. */
import { createTransport } from 'nodemailer'
import { loopbackHosts } from '../config.ts'
import type { Letter } from './letter.ts'

export interface MailSettings {
  readonly baseUrl: string
  readonly smtpUrl?: string | undefined
  readonly mailFrom?: string | undefined
}

/** `id` names the letter for ever: one that is sent twice is seen to be the same. */
export type Transport = (id: string, letter: Letter) => Promise<void>

const patience = 20_000

export function mailTransport({ smtpUrl, mailFrom, baseUrl }: MailSettings): Transport {
  if (smtpUrl === undefined || mailFrom === undefined) {
    return async () => {
      throw new Error('SMTP_URL and MAIL_FROM are not set: no letter can be sent')
    }
  }
  const server = createTransport({
    url: smtpUrl,
    // A code is never sent in the open, but to a mail server on this machine.
    requireTLS: !loopbackHosts.includes(new URL(smtpUrl).hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = new URL(baseUrl).hostname
  return async (id, { to, subject, text }) => {
    try {
      await server.sendMail({
        from: mailFrom,
        messageId: `<${id}@${host}>`,
        to: { name: '', address: to },
        ...{ subject, text },
        // RFC 3834 §5: nobody's holiday answers this.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      throw withoutAddress(error)
    }
  }
}

/** A mail server's own words often repeat the address. */
function withoutAddress(error: unknown): Error {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const what = [code, responseCode].filter((part) => part !== undefined).join(' ')
  return new Error(`the mail server did not take the letter (${what || 'no reason given'})`)
}
