/** The SQL of what is in a shared set, for its holder and for whoever it is shared with. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import type { MadeOutTo } from '../bring/model/compare-subject.ts'
import type { Confirmation, EntryKind } from '../model/entry.ts'

export interface SharedCredentialItem {
  readonly item: string
  readonly credential: string
  readonly document: Record<string, unknown>
  readonly section: string
  readonly level: LevelSlug
  readonly assessedOn: string
  readonly reviewOn?: string | undefined
  /** Slug. */
  readonly issuer: string
}

/** The credentials of a live set, for its holder and for whoever it is shared with. */
export async function listSharedCredentials(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<SharedCredentialItem[]> {
  const { rows } = await sql<{
    item: string
    credential: string
    document: Record<string, unknown>
    section: string
    level: LevelSlug
    assessed_on: string
    review_on: string | null
    issuer: string
  }>`select * from recognition_credentials(${shareId})`.execute(db)
  return rows.map(({ assessed_on, review_on, ...row }) => ({
    ...{ ...row, assessedOn: assessed_on, reviewOn: review_on ?? undefined },
  }))
}

export interface SharedEntryItem {
  readonly item: string
  readonly entry: string
  readonly kind: EntryKind
  readonly title: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly validUntil?: string | undefined
  readonly facts: Readonly<Record<string, string>>
  readonly confirmation?: Confirmation | undefined
}

/** The same of entries, each in the version that was shared. */
export async function listSharedEntries(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<SharedEntryItem[]> {
  const { rows } = await sql<{
    item: string
    entry: string
    kind: EntryKind
    title: string
    from_on: string | null
    to_on: string | null
    valid_until: string | null
    facts: Record<string, string>
    seen_by: string | null
    seen_on: string | null
    seen_until: string | null
  }>`select * from recognition_entries(${shareId})`.execute(db)
  return rows.map(({ from_on, to_on, valid_until, seen_by, seen_on, seen_until, ...row }) => ({
    ...row,
    ...{ from: from_on ?? undefined, to: to_on ?? undefined },
    validUntil: valid_until ?? undefined,
    confirmation: seenBy(seen_by, { on: seen_on, until: seen_until }),
  }))
}

function seenBy(
  by: string | null,
  { on, until }: { readonly on: string | null; readonly until: string | null },
): Confirmation | undefined {
  if (by === null || on === null) return undefined
  return { by, how: 'original-seen', on, until: until ?? undefined, codes: [] }
}

export interface SharedReceivedItem {
  readonly item: string
  readonly received: string
  /** Exactly as it came. */
  readonly document: string
  readonly kind: EntryKind
  readonly title: string
  readonly from?: string | undefined
  readonly validUntil?: string | undefined
  readonly madeOutTo: MadeOutTo
}

/** The same of what was brought from elsewhere, but for what turned out to be somebody else's. */
export async function listSharedReceived(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<SharedReceivedItem[]> {
  const { rows } = await sql<{
    item: string
    received: string
    document: string
    kind: EntryKind
    title: string
    from_on: string | null
    valid_until: string | null
    made_out_to: MadeOutTo
  }>`select * from recognition_received(${shareId})`.execute(db)
  return rows.map(({ from_on, valid_until, made_out_to, ...row }) => ({
    ...{ ...row, from: from_on ?? undefined, validUntil: valid_until ?? undefined },
    madeOutTo: made_out_to,
  }))
}
