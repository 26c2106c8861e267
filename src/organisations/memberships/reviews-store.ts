/** The SQL of telling managers that reviews fall due, as `job:review-permissions`. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { LoneManager } from './model/letters.ts'

/** Where something must be looked at by a day, and how much; or where the only manager is about to go. */
export async function listOrganisationsToTell(
  db: Transaction,
  { today, by }: { readonly today: string; readonly by: string },
): Promise<{ readonly slug: string; readonly name: string; readonly due: number }[]> {
  const { rows } = await sql<{ slug: string; name: string; due: string }>`
    with due as (
      select organisation, count(*) as due from permission_grant held
      where ended_on is null
        and (expires_on is null and (review_on is null or review_on <= ${today}::date)
          or expires_on between ${today}::date and ${by}::date or review_on <= ${today}::date)
        and works_at(person_id, organisation)
      group by organisation
    ), alone as (
      select organisation from permission_grant held
      where permission = 'manage-team' and is_current_grant(expires_on, ended_on)
      group by organisation
      having (select count(distinct person_id) = 1 and max(until) <= ${by}::date from managers_of(organisation))
    )
    select slug, name, coalesce(due.due, 0) as due from organisation
    left join due on due.organisation = slug
    where due.organisation is not null or slug in (select organisation from alone)
    order by slug`.execute(db)
  return rows.map(({ slug, name, due }) => ({ slug, name, due: Number(due) }))
}

/** Undefined where several manage people, or nobody does. */
export async function findLoneManager(
  db: Transaction,
  organisation: string,
): Promise<LoneManager | undefined> {
  const { rows } = await sql<{ until: string | null }>`
    select nullif(max(until), 'infinity') as until from managers_of(${organisation})
    having count(distinct person_id) = 1`.execute(db)
  const [one] = rows
  return one && { until: one.until ?? undefined }
}

/** Of those who issue there and do not manage people. */
export async function listColleagueAddresses(
  db: Transaction,
  organisation: string,
): Promise<string[]> {
  const { rows } = await sql<{ readonly address: string }>`
    select colleague_addresses as address from colleague_addresses(${organisation})`.execute(db)
  return rows.map(({ address }) => address)
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
