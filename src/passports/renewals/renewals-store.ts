/** Renewals: what is asked to be looked at again, with its former facts; and who was reminded. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { DueCount } from '../../due-date.ts'
import type { Method } from '../model/signing.ts'
import type { ReviewsDue } from './model/review-letter.ts'

/** How it stood when its holder asked to renew it. */
export interface FormerSigning {
  readonly signedBy: string
  readonly method: Method
  readonly setting: string
  readonly assessedOn: string
  readonly reviewOn?: string | undefined
}

/** The database copies the facts from the signing. */
export async function insertRenewal(
  db: Transaction,
  { requestId, signingId }: { readonly requestId: string; readonly signingId: string },
): Promise<void> {
  await db
    .insertInto('sign_off_renewal')
    .values({ request_id: requestId, signing_id: signingId })
    .execute()
}

/** The former facts, for whoever is asked to renew them. */
export async function findRenewal(
  db: Transaction,
  { requestId, assessorId }: { readonly requestId: string; readonly assessorId: string },
): Promise<FormerSigning | undefined> {
  const row = await db
    .selectFrom('sign_off_renewal')
    .where('request_id', '=', requestId)
    .where('assessor_id', '=', assessorId)
    .select(['signed_by', 'method', 'setting', 'assessed_on', 'review_on'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    signedBy: row.signed_by,
    // Copied from a signing, whose check constraint allows only methods.
    method: row.method as Method,
    setting: row.setting,
    assessedOn: row.assessed_on,
    reviewOn: row.review_on ?? undefined,
  }
}

/** As `job:remind-of-reviews`: each is told once before its date, and once when that has passed. */
export async function takeReviewReminders(
  db: Transaction,
  today: string,
): Promise<readonly (ReviewsDue & { readonly address: string })[]> {
  const { rows } = await sql<ReviewsDue & { readonly address: string }>`
    select address, due, passed, first_on as "firstOn" from take_review_reminders(${today}::date)
    `.execute(db)
  return rows
}

/** What a holder was reminded of. */
export function listReminders(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('review_reminder')
    .innerJoin('signing', 'signing.id', 'signing_id')
    .where('signing.holder_id', '=', personId)
    .orderBy('review_reminder.at')
    .select(['signing_id as signingId', 'review_reminder.review_on as reviewOn', 'kind'])
    .select('review_reminder.at')
    .execute()
}

/** What a holder asked to be looked at again, with the facts that they showed by it. */
export function listAllRenewals(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('sign_off_renewal')
    .where('holder_id', '=', personId)
    .select(['request_id as requestId', 'signing_id as signingId', 'method', 'setting'])
    .select(['assessed_on as assessedOn', 'review_on as reviewOn', 'signed_by as signedBy'])
    .execute()
}

/** As `job:weekly-letter`: whose sign-offs are reviewed between two days. */
export async function countReviewsDue(
  db: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Omit<DueCount, 'kind'>[]> {
  const { rows } = await sql<Omit<DueCount, 'kind'>>`
    select person_id as "personId", count, first_on as "firstOn"
    from count_reviews_due(${from}::date, ${to}::date)`.execute(db)
  return rows
}
