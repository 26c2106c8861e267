/** The SQL of a holder's own side: what they share of where they stand, with which employer. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Audience, StandingSupervisor } from './model/audience.ts'
import type { Depth, StandingShare } from './model/standing-share.ts'

interface Whose {
  readonly holderId: string
}

export interface SharedWith {
  readonly organisation: string
  readonly audience: Audience
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
    .select([
      'shared.depth',
      'shared.audience',
      'shared.at',
      'shared.ends_on as endsOn',
      'shared.ended_at',
    ])
    .select(
      sql<boolean>`exists (select from counted_standing_shares() counted
        where counted.id = shared.id) and (shared.audience = 'managers'
          or exists (select from supervisors_now(shared.holder_id) held
            where held.organisation = shared.organisation and held.since <= shared.at))`.as('live'),
    )
    .execute()
  return rows.map(({ ended_at, ...row }) => ({ ...row, endedAt: ended_at ?? undefined }))
}

/** Who supervises them now, by name. */
export async function listStandingSupervisors(
  db: Transaction,
  { holderId }: Whose,
): Promise<StandingSupervisor[]> {
  const { rows } = await sql<StandingSupervisor>`
    select name_in_supervising(id, supervisor_id) as name, organisation, since
    from supervisors_now(${holderId}) order by name`.execute(db)
  return rows
}

export async function insertStandingShare(
  db: Transaction,
  share: Whose &
    SharedWith & {
      readonly depth: Depth
      /** YYYY-MM-DD */
      readonly endsOn: string
    },
): Promise<string> {
  const { holderId, organisation, audience, depth, endsOn } = share
  const { id } = await db
    .insertInto('standing_share')
    .values({ holder_id: holderId, organisation, audience, depth, ends_on: endsOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** For one audience at one employer, or all of them. The ids of those that it ended. */
export async function endStandingShares(
  db: Transaction,
  { holderId, organisation, audience }: Whose & Partial<SharedWith>,
): Promise<string[]> {
  const rows = await db
    .updateTable('standing_share')
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .$if(organisation !== undefined, (query) =>
      query.where('organisation', '=', organisation ?? ''),
    )
    .$if(audience !== undefined, (query) => query.where('audience', '=', audience ?? 'managers'))
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
