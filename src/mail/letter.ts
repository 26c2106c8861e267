/** One e-mail: plain words, to one address. */
import type { Transaction } from '../database/database.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text; an address stands on a line of its own. */
  readonly text: string
}

export type Post = (db: Transaction, letter: Letter) => Promise<void>
