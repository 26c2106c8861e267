/** One e-mail: plain words, to one address. */
import { z } from 'zod'
import type { Transaction } from '../database/database.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text; an address stands on a line of its own. */
  readonly text: string
}

export type Post = (db: Transaction, letter: Letter) => Promise<void>

/** RFC 5321 §4.5.3.1.3 counts 256 octets with the angle brackets. */
export const emailAddress = z.email().max(254)

/** A control character in a header would begin another one. */
const headerText = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u)

export const letterSchema = z.object({
  to: emailAddress,
  subject: headerText,
  text: z.string().min(1).max(20_000),
})
