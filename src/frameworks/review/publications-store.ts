/** What is published with an edition, and that it is withdrawn: for everybody, added to alone. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../../database/database.ts'

type Db = Database | Transaction

export interface Publication {
  readonly edition: string
  readonly draft: string
  readonly publishedOn: string
  readonly notice: string
  readonly approvals: number
  readonly rounds: number
}

export interface PublishedWaiver {
  readonly code: string
  readonly target: string
  readonly quote: string
  readonly reason: string
  readonly waivedOn: string
}

export interface EditionRecord extends Publication {
  readonly waivers: readonly PublishedWaiver[]
}

/** Undefined for an edition that was loaded from files. */
export async function findEditionRecord(
  db: Db,
  { edition }: { readonly edition: string },
): Promise<EditionRecord | undefined> {
  const publication = await db
    .selectFrom('edition_publication')
    .where('edition', '=', edition)
    .select(['edition', 'draft_id as draft', 'published_on as publishedOn', 'notice'])
    .select(['approvals', 'rounds'])
    .executeTakeFirst()
  if (publication === undefined) return undefined
  const waivers = await db
    .selectFrom('edition_waiver')
    .where('edition', '=', edition)
    .orderBy('position')
    .select(['code', 'target', 'quote', 'reason', 'waived_on as waivedOn'])
    .execute()
  return { ...publication, waivers }
}

export async function insertPublication(
  db: Transaction,
  { draft, publishedOn, ...publication }: Publication,
): Promise<void> {
  await db
    .insertInto('edition_publication')
    .values({ ...publication, draft_id: draft, published_on: publishedOn })
    .execute()
}

export async function insertPublishedWaivers(
  db: Transaction,
  { edition }: { readonly edition: string },
  waivers: readonly PublishedWaiver[],
): Promise<void> {
  if (waivers.length === 0) return
  const rows = waivers.map(({ waivedOn, ...waiver }, position) => ({
    ...{ ...waiver, edition, position, waived_on: waivedOn },
  }))
  await db.insertInto('edition_waiver').values(rows).execute()
}

/** Two who publish or withdraw editions of one framework at once go one after the other. */
export async function lockFramework(
  db: Transaction,
  { slug }: { readonly slug: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`framework:${slug}`}, 0))`.execute(db)
}

export interface NewWithdrawal {
  readonly edition: string
  readonly fromDay: string
  readonly reason: string
  readonly instead?: string | undefined
  readonly noneLeft?: string | undefined
  readonly by: string
  /** Slug of the steward that withdraws it. */
  readonly for: string
}

/** False where it is withdrawn already. Its status changes with the day. */
export async function insertWithdrawal(
  db: Transaction,
  { edition, fromDay, reason, instead, noneLeft, by, ...at }: NewWithdrawal,
): Promise<boolean> {
  const made = await db
    .insertInto('edition_withdrawal')
    .values({
      ...{ edition, from_day: fromDay, reason, by, withdrawn_for: at.for },
      ...{ instead: instead ?? null, none_left: noneLeft ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await sql`
    insert into edition_status (edition, status, at) values (${edition}, 'withdrawn',
      greatest(clock_timestamp(), ${fromDay}::date::timestamp at time zone 'Europe/London'))`.execute(
    db,
  )
  return true
}
