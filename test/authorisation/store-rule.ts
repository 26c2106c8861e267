/** What the rules of the store functions say; the rules themselves are data, a file a feature. */
import type { Transaction } from '../../src/database/database.ts'
import type { ActorName, OwnerName, Right } from './people.ts'
import type { WorldRecord } from './world.ts'

type Call = (db: Transaction, record: WorldRecord, actor: ActorName) => Promise<unknown>

interface Whose {
  /** Any of these suffices, as for a route. */
  readonly may: readonly Right[]
  /** The service's own jobs that may, by name. */
  readonly jobs?: readonly JobName[]
  /** Whoever holds the link of the owner may. */
  readonly link?: boolean
  readonly of?: readonly OwnerName[]
}

export type StoreRule =
  /** Gives rows, a row, or a count, to those who may, and nothing to others. */
  | (Whose & { readonly reads: Call })
  /** Changes rows for those who may, and is refused or changes none for others. Always undone. */
  | (Whose & { readonly writes: Call })
  /** The same for everybody. */
  | { readonly open: Call }
  /** Takes an advisory lock and touches no row. */
  | { readonly locks: Call }
  /** Where its wall is tried instead: a file and the title of its test. */
  | { readonly tried: { readonly file: string; readonly title: string } }

/** By name of the function. */
export type StoreRules = Readonly<Record<string, StoreRule>>

export const jobNames = [
  ...(['check-received', 'complaint-desk', 'demonstration-post'] as const),
  ...(['enforce-retention', 'erase-account', 'import-courses', 'import-training'] as const),
  ...(['import-response', 'keys', 'load-content', 'open-invitation', 'open-share'] as const),
  ...(['preview', 'remind-of-complaints', 'remind-of-work-address'] as const),
  ...([
    'review-permissions',
    'remind-of-reviews',
    'weekly-letter',
    'rotate-keys',
    'seal-audit',
    'send-invitations',
    'send-letter',
  ] as const),
  ...([
    'sign-in',
    'tell-holder',
    'tell-of-draft',
    'tell-of-supervision',
    'tell-recognition',
  ] as const),
  ...(['tell-worker', 'verify-audit', 'watch-delegations', 'anything-else'] as const),
] as const

export type JobName = (typeof jobNames)[number]
