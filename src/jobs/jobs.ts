/** Work that is done after the change that asks for it, and goes on after a restart. */
import type { Transaction } from '../database/database.ts'

export interface Jobs {
  /** In the change's own transaction: kept with it, or lost with it. */
  readonly send: (
    db: Transaction,
    queue: string,
    details: object,
    when?: { readonly startAfter?: Date | undefined },
  ) => Promise<void>
}
