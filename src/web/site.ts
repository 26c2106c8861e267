/** What every feature's routes are given, made once by app.ts. */
import type { Actor, Person } from '../actor.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Post } from '../mail/letter.ts'

export interface Site {
  readonly db: Database
  readonly config: Config
  readonly now: () => Date
  /** Does the database answer? Asked by /health. */
  readonly isAlive: () => Promise<boolean>
  /** Whose session is it? Given by accounts, so that plumbing need not look up. */
  readonly findPerson: (sessionToken: string) => Promise<Person | undefined>
  /** The key that seals private keys. */
  readonly keyEncryptionKey: Buffer
  /** Codes on paper that were made with it still work, while it is given. */
  readonly previousKeyEncryptionKey?: Buffer | undefined
  /** The key of the equality answers, apart from the other; undefined where they are not asked for. */
  readonly equalityKey?: Buffer | undefined
  readonly jobs: Jobs
  /** Sends a letter once the transaction that asks for it is kept. */
  readonly post: Post
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Nobody on public, cacheable routes: those are the same for everyone. */
    actor: Actor
  }
  interface FastifyContextConfig {
    /** The same bytes for everyone: no session is read, and it may be cached. */
    public?: boolean
  }
}
