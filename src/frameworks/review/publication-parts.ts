/** What publishing an edition asks of others, handed over where the site is put together. */
import type { Transaction } from '../../database/database.ts'
import type { Finding } from '../../finding.ts'
import type { Succession } from '../model/succession.ts'
import type { TouchedByCode } from '../model/touched.ts'

export interface PublicationParts {
  /** Inside the transaction that publishes: what became of each statement, and what is not decided. */
  readonly prepareSuccession: (
    db: Transaction,
    of: { readonly draft: string; readonly today: string },
  ) => Promise<{
    /** Undefined where no edition came before it. */
    readonly succession?: Succession | undefined
    readonly findings: readonly Finding[]
  }>
  readonly insertSuccession: (db: Transaction, succession: Succession) => Promise<void>
  /** By code of a statement of that edition: what people hold by it. */
  readonly touchedBy: (db: Transaction, of: { readonly edition: string }) => Promise<TouchedByCode>
}
