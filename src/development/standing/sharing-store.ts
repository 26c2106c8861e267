/** The SQL of a holder's own side: what they share of where they stand, with which employer. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Depth, StandingShare } from './model/standing-share.ts'

interface Whose {
  readonly holderId: string
}

/** Also those that are over; the latest first. */
export async function listStandingShares(
  db: Transaction,
  { holderId }: Whose,
): Promise<StandingShare[]> {
  const rows = await db
    .selectFrom('standing_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .where('shared.holder_id', '=', holderId)
    .orderBy('shared.at', 'desc')
    .select(['shared.id', 'shared.organisation', 'organisation.name as organisationName'])
    .select(['shared.depth', 'shared.at', 'shared.ends_on as endsOn', 'shared.ended_at'])
    .select(
      sql<boolean>`exists (select from counted_standing_shares() counted
        where counted.id = shared.id)`.as('live'),
    )
    .execute()
  return rows.map(({ ended_at, ...row }) => ({ ...row, endedAt: ended_at ?? undefined }))
}

export async function insertStandingShare(
  db: Transaction,
  share: Whose & {
    readonly organisation: string
    readonly depth: Depth
    /** YYYY-MM-DD */
    readonly endsOn: string
  },
): Promise<string> {
  const { holderId, organisation, depth, endsOn } = share
  const { id } = await db
    .insertInto('standing_share')
    .values({ holder_id: holderId, organisation, depth, ends_on: endsOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** With one employer, or with all of them. The ids of those that it ended. */
export async function endStandingShares(
  db: Transaction,
  { holderId, organisation }: Whose & { readonly organisation?: string | undefined },
): Promise<string[]> {
  const rows = await db
    .updateTable('standing_share')
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .$if(organisation !== undefined, (query) =>
      query.where('organisation', '=', organisation ?? ''),
    )
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
