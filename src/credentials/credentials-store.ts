/** The SQL of what is personal: credentials and the keys of their holders. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { StatusPlace } from './issuers-store.ts'
import type { StatusPurpose } from './model/achievement-credential.ts'

export interface StoredCredential {
  readonly id: string
  readonly holderId: string
  readonly organisation: string
  readonly issuedAt: Date
  /** The signed credential, as handed out. */
  readonly document: Record<string, unknown>
  /** The credential that this one took the place of. */
  readonly replaces?: string | undefined
  readonly withdrawnAt?: Date | undefined
}

export async function findHolderDid(
  db: Transaction,
  holderId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('holder_key')
    .where('holder_id', '=', holderId)
    .select('did')
    .executeTakeFirst()
  return row?.did
}

export async function insertHolderKey(
  db: Transaction,
  key: { readonly did: string; readonly holderId: string; readonly sealedPrivateKey: Buffer },
): Promise<void> {
  await db
    .insertInto('holder_key')
    .values({ did: key.did, holder_id: key.holderId, sealed_private_key: key.sealedPrivateKey })
    .execute()
}

/** The next place of a list in its scattered order; undefined when the list is full. */
export async function takeStatusIndex(db: Transaction, list: string): Promise<number | undefined> {
  const row = await db
    .updateTable('status_list')
    .where('id', '=', list)
    .whereRef('used', '<', 'length')
    .set((eb) => ({ used: eb('used', '+', 1) }))
    .returning(['start', 'step', 'length', 'used'])
    .executeTakeFirst()
  return row && (row.start + (row.used - 1) * row.step) % row.length
}

export async function insertCredential(
  db: Transaction,
  credential: {
    readonly id: string
    readonly holderId: string
    readonly organisation: string
    readonly issuedBy: string | undefined
    readonly statusList: string
    readonly statusIndex: number
    readonly document: Readonly<Record<string, unknown>>
    readonly issuedAt: Date
    readonly replaces: string | undefined
  },
): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      id: credential.id,
      holder_id: credential.holderId,
      organisation: credential.organisation,
      issued_by: credential.issuedBy ?? null,
      status_list: credential.statusList,
      status_index: credential.statusIndex,
      document: JSON.stringify(credential.document),
      issued_at: credential.issuedAt,
      replaces: credential.replaces ?? null,
    })
    .execute()
}

export async function insertStatusChange(
  db: Transaction,
  change: {
    readonly id: string
    readonly list: string
    readonly index: number
    readonly purpose: StatusPurpose
    readonly set: boolean
    /** YYYY-MM-DD: the last day of a suspension. */
    readonly until?: string | undefined
  },
): Promise<void> {
  const { until, ...rest } = change
  await db
    .insertInto('status_change')
    .values({ ...rest, until: until ?? null })
    .execute()
}

/** Where a credential's status stands, for one of its organisation's issuers. */
export async function findStatusPlace(
  db: Transaction,
  { id, organisations }: { readonly id: string; readonly organisations: readonly string[] },
): Promise<(StatusPlace & { readonly holderId: string }) | undefined> {
  if (organisations.length === 0) return undefined
  const row = await db
    .selectFrom('credential')
    .where('id', '=', id)
    .where('organisation', 'in', organisations)
    .select(['status_list', 'status_index', 'holder_id'])
    .executeTakeFirst()
  return row && { list: row.status_list, index: row.status_index, holderId: row.holder_id }
}

/** The moment from which a credential that is replaced has been valid. */
export async function getValidFrom(
  db: Transaction,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<Date> {
  const row = await db
    .selectFrom('credential')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .select(sql<string>`document ->> 'validFrom'`.as('valid_from'))
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`credential ${id}`)
  return new Date(row.valid_from)
}

export async function findCredential(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<StoredCredential | undefined> {
  const row = await credentials(db)
    .where('credential.id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return row && credentialOf(row)
}

/** The latest first. */
export async function listCredentials(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<StoredCredential[]> {
  const rows = await credentials(db)
    .where('holder_id', '=', holderId)
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(credentialOf)
}

/** Those of these credentials that the acting link or person may see: row-level security decides. */
export async function findSharedCredentials(
  db: Transaction,
  ids: readonly string[],
): Promise<StoredCredential[]> {
  if (ids.length === 0) return []
  const rows = await credentials(db)
    .where('credential.id', 'in', ids)
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(credentialOf)
}

function credentials(db: Transaction) {
  return db
    .selectFrom('credential')
    .select(['id', 'holder_id', 'organisation', 'issued_at', 'document', 'replaces'])
    .select((eb) =>
      eb
        .selectFrom('status_change')
        .whereRef('status_change.list', '=', 'credential.status_list')
        .whereRef('status_change.index', '=', 'credential.status_index')
        .where('purpose', '=', 'revocation')
        .select((change) => change.fn.min('at').as('at'))
        .as('withdrawn_at'),
    )
}

function credentialOf(row: {
  id: string
  holder_id: string
  organisation: string
  issued_at: Date
  document: Record<string, unknown>
  replaces: string | null
  withdrawn_at: Date | null
}): StoredCredential {
  return {
    id: row.id,
    holderId: row.holder_id,
    organisation: row.organisation,
    issuedAt: row.issued_at,
    document: row.document,
    replaces: row.replaces ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
  }
}
