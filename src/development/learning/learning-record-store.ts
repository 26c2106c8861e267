/** All that learning and support keep about one person, as they may read it themselves; and how it goes. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listAllAsks(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('learning_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .where('asked.holder_id', '=', personId)
    .orderBy('asked.asked_at')
    .select(['asked.id', 'organisation.name as organisationName', 'asked.words', 'asked.outcome'])
    .select(sql<string>`asked.shown ->> 'title'`.as('title'))
    .select(sql<string>`asked.shown ->> 'provider'`.as('provider'))
    .select(['asked.asked_at as askedAt', 'asked.reply', 'asked.answered_at as answeredAt'])
    .select(['asked.withdrawn_at as withdrawnAt', 'asked.attended_on as attendedOn'])
    .execute()
}

/** What somebody answered, without who asked: as far as they manage people there now. */
export function listAnswersGiven(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('learning_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .where('asked.answered_by', '=', personId)
    .orderBy('asked.answered_at')
    .select(['organisation.name as organisationName', 'asked.outcome', 'asked.reply'])
    .select(['asked.answered_at as answeredAt'])
    .execute()
}

export function listAllWishes(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('learning_wish')
    .innerJoin('organisation', 'organisation.slug', 'learning_wish.area')
    .where('holder_id', '=', personId)
    .orderBy('learning_wish.at')
    .select(['learning_wish.id', 'code', 'organisation.name as areaName', 'learning_wish.at'])
    .execute()
}

export function listAllNeeds(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('support_need')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .select(['id', 'kind', 'words', 'at', 'ended_at as endedAt'])
    .execute()
}

export function listAllSupportShares(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('support_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .where('shared.holder_id', '=', personId)
    .orderBy('shared.at')
    .select(['shared.id', 'shared.need_id as needId', 'organisation.name as organisationName'])
    .select(['shared.at', 'shared.stopped_at as stoppedAt'])
    .execute()
}

export function listAllOffers(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('support_offer as offer')
    .innerJoin('organisation', 'organisation.slug', 'offer.organisation')
    .where('offer.holder_id', '=', personId)
    .orderBy('offer.at')
    .select(['offer.id', 'offer.need_id as needId', 'organisation.name as organisationName'])
    .select(['offer.words', 'offer.at', 'offer.answer', 'offer.answered_at as answeredAt'])
    .execute()
}

/** What somebody offered to others, without to whom: while it is shared with them. */
export function listOffersMade(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('support_offer as offer')
    .innerJoin('organisation', 'organisation.slug', 'offer.organisation')
    .where('offer.offered_by', '=', personId)
    .orderBy('offer.at')
    .select(['organisation.name as organisationName', 'offer.words', 'offer.at'])
    .execute()
}

export async function eraseLearning(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_learning(${personId})`.execute(db)
}

export async function endLearningWishes(db: Transaction, before: Date): Promise<number> {
  const asked = sql<{ gone: string }>`select end_learning_wishes(${before}) as gone`
  return Number((await asked.execute(db)).rows[0]?.gone ?? 0)
}
