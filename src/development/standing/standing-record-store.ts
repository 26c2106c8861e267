/** What sharing keeps about one person, as they may read it themselves; and how it goes. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listAllStandingShares(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('standing_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .where('shared.holder_id', '=', personId)
    .orderBy('shared.at')
    .select([
      'shared.id',
      'organisation.name as organisationName',
      'shared.audience',
      'shared.depth',
    ])
    .select(['shared.at as sharedAt', 'shared.ends_on as endsOn', 'shared.ended_at as stoppedAt'])
    .execute()
}

/** As `job:erase-account`. */
export async function eraseStanding(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_standing(${personId})`.execute(db)
}

/** As `job:enforce-retention`: those that were over before. */
export async function endStandingHistory(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    select end_standing_shares(${before}) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}
