import type { Transaction } from '../../database/database.ts'

export interface Share {
  readonly id: string
  readonly at: Date
  readonly expiresAt: Date
  readonly credentials: readonly string[]
}

/** False when a link with this id is there already: the form was posted twice. */
export async function insertShare(
  db: Transaction,
  share: {
    readonly id: string
    readonly holderId: string
    readonly tokenHash: Buffer
    readonly expiresAt: Date
    readonly credentials: readonly string[]
  },
): Promise<boolean> {
  const { id, holderId, tokenHash, expiresAt, credentials } = share
  const result = await db
    .insertInto('share')
    .values({ id, holder_id: holderId, token_hash: tokenHash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows !== 1n) return false
  const rows = credentials.map((credential) => ({ share_id: id, credential_id: credential }))
  await db.insertInto('share_credential').values(rows).execute()
  return true
}

/** A holder's links that still open, the latest first. */
export async function listLiveShares(
  db: Transaction,
  { holderId, now }: { readonly holderId: string; readonly now: Date },
): Promise<Share[]> {
  const [rows, places] = await Promise.all([
    liveShares(db, now)
      .where('share.holder_id', '=', holderId)
      .orderBy('share.at', 'desc')
      .execute(),
    db
      .selectFrom('share_credential')
      .innerJoin('share', 'share.id', 'share_credential.share_id')
      .where('share.holder_id', '=', holderId)
      .where('share.expires_at', '>', now)
      .select(['share_id', 'credential_id'])
      .execute(),
  ])
  return rows.map(({ id, at, expires_at }) => ({
    id,
    at,
    expiresAt: expires_at,
    credentials: places
      .filter((place) => place.share_id === id)
      .map((place) => place.credential_id),
  }))
}

/** False for somebody else's link. Ending it twice changes nothing. */
export async function insertShareEnd(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<boolean> {
  const own = await db
    .selectFrom('share')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .select('id')
    .executeTakeFirst()
  if (own === undefined) return false
  await db
    .insertInto('share_end')
    .values({ share_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** Ends every link of a holder that was not ended yet, and gives their ids. */
export async function endLiveShares(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<string[]> {
  const rows = await db
    .insertInto('share_end')
    .columns(['share_id'])
    .expression((eb) =>
      eb
        .selectFrom('share')
        .where('holder_id', '=', holderId)
        .where('expires_at', '>', eb.fn<Date>('now'))
        .select('id'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('share_id')
    .execute()
  return rows.map(({ share_id }) => share_id)
}

/** Whether it is a link of this holder that they have stopped. */
export async function isStopped(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('share')
    .innerJoin('share_end', 'share_end.share_id', 'share.id')
    .where('share.id', '=', id)
    .where('share.holder_id', '=', holderId)
    .select('share.id')
    .executeTakeFirst()
  return row !== undefined
}

/** The live link that a token opens. Asked by the job that opens links, which sees no more. */
export async function findLiveShare(
  db: Transaction,
  { tokenHash, now }: { readonly tokenHash: Buffer; readonly now: Date },
): Promise<
  | {
      readonly id: string
      readonly holderId: string
      readonly at: Date
      readonly expiresAt: Date
    }
  | undefined
> {
  const row = await liveShares(db, now).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && { id: row.id, holderId: row.holder_id, at: row.at, expiresAt: row.expires_at }
}

export async function listSharedIds(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('share_credential')
    .where('share_id', '=', shareId)
    .select('credential_id')
    .execute()
  return rows.map(({ credential_id }) => credential_id)
}

function liveShares(db: Transaction, now: Date) {
  return db
    .selectFrom('share')
    .leftJoin('share_end', 'share_end.share_id', 'share.id')
    .where('share_end.share_id', 'is', null)
    .where('share.expires_at', '>', now)
    .select(['share.id', 'share.holder_id', 'share.at', 'share.expires_at'])
}
