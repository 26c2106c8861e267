import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/** Until the transaction ends, nobody else takes away one of this person's ways in. */
export async function lockWaysIn(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ways-in:${personId}`}, 0))`.execute(db)
}

/**
 * The ways that stay open from day to day. A printed sheet is not one: it is for the day on which
 * all of them are lost. `providers` are those that still stand in the settings.
 */
export async function countWaysIn(
  db: Transaction,
  { personId, providers }: { readonly personId: string; readonly providers: readonly string[] },
): Promise<number> {
  const { rows } = await sql<{ ways: number }>`select
    (select count(*) from email_address where person_id = ${personId}
      and (ends_on is null or ends_on >= current_date))
    + (select count(*) from passkey where person_id = ${personId})
    + (select count(*) from open_id_identity where person_id = ${personId}
      and provider = any (${[...providers]}::text[])) as ways`.execute(db)
  return rows[0]?.ways ?? 0
}
