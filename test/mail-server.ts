/** A mail server of a test's own, which takes letters or refuses them. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

export interface TakenLetter {
  readonly from: string
  readonly to: readonly string[]
  /** Head and body as they came. */
  readonly source: string
}

export interface MailServer {
  readonly url: string
  readonly taken: readonly TakenLetter[]
  /** Answers the next letters with this in place of taking them. */
  readonly refuse: (times: number, answer: Error & { responseCode?: number }) => void
}

/** Call it once at the top of a test file. */
export async function mailServer(): Promise<MailServer> {
  const taken: TakenLetter[] = []
  const refusals: Error[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refusal = refusals.shift()
        if (refusal !== undefined) return done(refusal)
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        })
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: (times, answer) => void refusals.push(...Array(times).fill(answer)),
  }
}
