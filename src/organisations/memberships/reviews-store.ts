/** The SQL of telling managers that reviews fall due, as `job:review-permissions`. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'

/** Where something must be looked at by a day, and how much. */
export async function listOrganisationsToTell(
  db: Transaction,
  { today, by }: { readonly today: string; readonly by: string },
): Promise<{ readonly slug: string; readonly name: string; readonly due: number }[]> {
  const rows = await db
    .selectFrom('permission_grant as held')
    .innerJoin('organisation', 'organisation.slug', 'held.organisation')
    .where('held.ended_on', 'is', null)
    .where(sql<boolean>`(expires_on is null and (review_on is null or review_on <= ${today}::date)
      or expires_on between ${today}::date and ${by}::date or review_on <= ${today}::date)`)
    .where(sql<boolean>`works_at(held.person_id, held.organisation)`)
    .groupBy(['slug', 'name'])
    .orderBy('slug')
    .select(['slug', 'name', sql<string>`count(*)`.as('due')])
    .execute()
  return rows.map(({ slug, name, due }) => ({ slug, name, due: Number(due) }))
}

/** True for one of those who ask on the same day, and not again until a while has passed. */
export async function takeLetter(
  db: Transaction,
  letter: { readonly organisation: string; readonly today: string; readonly since: string },
): Promise<boolean> {
  const { organisation, today, since } = letter
  const row = await db
    .insertInto('permission_review_letter')
    .values({ organisation, sent_on: today })
    .onConflict((conflict) =>
      conflict
        .column('organisation')
        .doUpdateSet({ sent_on: today })
        .where('permission_review_letter.sent_on', '<=', since),
    )
    .returning('organisation')
    .executeTakeFirst()
  return row !== undefined
}

export async function listManagerAddresses(
  db: Transaction,
  organisation: string,
): Promise<string[]> {
  const { rows } = await sql<{
    readonly address: string
  }>`select manager_addresses as address from manager_addresses(${organisation})`.execute(db)
  return rows.map(({ address }) => address)
}
