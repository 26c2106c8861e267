/** The SQL of what is public: issuers, their keys and their status lists. It needs no actor to read. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import type { StatusPurpose } from './model/achievement-credential.ts'

/** Public tables only: whoever asks gets the same. */
type Db = Database | Transaction

export interface IssuerKey {
  /** The verification method that credentials name. */
  readonly id: string
  readonly publicKey: Buffer
  readonly sealedPrivateKey: Buffer
}

export interface StatusListRow {
  readonly id: string
  readonly organisation: string
  readonly length: number
  readonly createdAt: Date
}

export interface StatusChange {
  readonly index: number
  readonly purpose: StatusPurpose
  readonly set: boolean
  readonly at: Date
  /** YYYY-MM-DD: the last day of a suspension. */
  readonly until: string | null
}

export interface StatusPlace {
  readonly list: string
  readonly index: number
}

interface StatusAt extends StatusPlace {
  readonly organisation: string
  /** In the order in which they were made. */
  readonly changes: readonly StatusChange[]
}

export async function findBaseAddress(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('base_address').select('base_url').executeTakeFirst()
  return row?.base_url
}

/** Every key that an organisation ever had, the latest first: what old ones signed still stands. */
export async function listIssuerKeys(db: Db, organisation: string): Promise<IssuerKey[]> {
  const rows = await db
    .selectFrom('issuer_key')
    .where('organisation', '=', organisation)
    .orderBy('created_at', 'desc')
    .select(['id', 'public_key', 'sealed_private_key'])
    .execute()
  return rows.map(({ id, public_key, sealed_private_key }) => ({
    id,
    publicKey: public_key,
    sealedPrivateKey: sealed_private_key,
  }))
}

/** Any organisation's latest key. */
export async function findLatestKey(
  db: Db,
): Promise<Pick<IssuerKey, 'id' | 'sealedPrivateKey'> | undefined> {
  const row = await db
    .selectFrom('issuer_key')
    .orderBy('created_at', 'desc')
    .select(['id', 'sealed_private_key'])
    .executeTakeFirst()
  return row && { id: row.id, sealedPrivateKey: row.sealed_private_key }
}

export async function findStatusList(db: Db, id: string): Promise<StatusListRow | undefined> {
  const row = await db
    .selectFrom('status_list')
    .where('id', '=', id)
    .select(['id', 'organisation', 'length', 'created_at'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { created_at, ...list } = row
  return { ...list, createdAt: created_at }
}

/** How many changes a list has seen, and how many suspensions have ended by themselves since. */
export async function countStatusChanges(db: Db, list: string, today: string): Promise<number> {
  const row = await db
    .selectFrom('status_change')
    .where('list', '=', list)
    .select((eb) => [
      eb.fn.countAll<string>().as('count'),
      eb.fn.countAll<string>().filterWhere('until', '<', today).as('ended'),
    ])
    .executeTakeFirstOrThrow()
  return Number(row.count) + Number(row.ended)
}

/** In the order in which they were made. */
export function listStatusChanges(db: Db, list: string): Promise<StatusChange[]> {
  return db
    .selectFrom('status_change')
    .where('list', '=', list)
    .orderBy('at')
    .select(['index', 'purpose', 'set', 'at', 'until'])
    .execute()
}

/** What was ever said of these places, in one question; a place that no list has is left out. */
export async function findStatuses(db: Db, places: readonly StatusPlace[]): Promise<StatusAt[]> {
  if (places.length === 0) return []
  const indexes = places.map(({ index }) => index)
  const rows = await db
    .selectFrom('status_list')
    .leftJoin('status_change', (join) =>
      join.onRef('list', '=', 'status_list.id').on('index', 'in', indexes),
    )
    .where('status_list.id', 'in', [...new Set(places.map(({ list }) => list))])
    .orderBy('at')
    .select(['status_list.id', 'organisation', 'length', 'index', 'purpose', 'set', 'at', 'until'])
    .execute()
  return places.flatMap(({ list, index }) => {
    const ofList = rows.filter(({ id, length }) => id === list && index < length)
    const [first] = ofList
    if (first === undefined) return []
    const changes = ofList.flatMap((row) => (row.index === index ? changeOf(row) : []))
    return [{ list, index, organisation: first.organisation, changes }]
  })
}

/** Nothing where a list stands alone, without a change. */
function changeOf(row: { [Key in keyof StatusChange]: StatusChange[Key] | null }): StatusChange[] {
  const { index, purpose, set, at, until } = row
  if (index === null || purpose === null || set === null || at === null) return []
  return [{ index, purpose, set, at, until }]
}

/** Until the transaction ends, nobody else makes keys for the same owner. */
export async function lockKeysOf(db: Transaction, owner: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`keys:${owner}`}, 0))`.execute(db)
}

export async function insertBaseAddress(db: Transaction, baseUrl: string): Promise<void> {
  await db
    .insertInto('base_address')
    .values({ base_url: baseUrl })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertIssuerKey(
  db: Transaction,
  organisation: string,
  key: IssuerKey,
): Promise<void> {
  await db
    .insertInto('issuer_key')
    .values({
      id: key.id,
      organisation,
      public_key: key.publicKey,
      sealed_private_key: key.sealedPrivateKey,
    })
    .execute()
}

/** An organisation's list that still has room, if there is one; and how many lists it has. */
export async function findOpenStatusList(
  db: Transaction,
  organisation: string,
): Promise<{ readonly open?: string | undefined; readonly lists: number }> {
  const rows = await db
    .selectFrom('status_list')
    .where('organisation', '=', organisation)
    .orderBy('created_at')
    .select(['id', (eb) => eb('used', '<', eb.ref('length')).as('has_room')])
    .execute()
  return { open: rows.find((row) => row.has_room)?.id, lists: rows.length }
}

export async function insertStatusList(
  db: Transaction,
  list: {
    readonly id: string
    readonly organisation: string
    readonly length: number
    readonly start: number
    readonly step: number
  },
): Promise<void> {
  await db.insertInto('status_list').values(list).execute()
}
