/** The kinds of thing that are kept about a holder, so that a preview can read each with other eyes. */
import type { Transaction } from './database/database.ts'

export interface KeptRecord {
  /** The same whoever reads it. */
  readonly key: string
  /** As whoever reads it would see it. */
  readonly words: string
}

export interface RecordKind {
  readonly id: string
  readonly name: string
  /** What the acting person sees of what is kept about this holder: row-level security decides. */
  readonly list: (
    db: Transaction,
    scope: { readonly holderId: string },
  ) => Promise<readonly KeptRecord[]>
}
