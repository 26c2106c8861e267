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

type AnswerGiven = {
  readonly organisationName: string
  readonly outcome: 'approved' | 'declined'
  readonly reply: string | null
  readonly answeredAt: Date
}

/** What somebody answered, without who asked: their own alone. */
export async function listAnswersGiven(
  db: Transaction,
  { personId }: Whose,
): Promise<AnswerGiven[]> {
  const given = sql<AnswerGiven>`select organisation.name as "organisationName", outcome, reply,
      answered_at as "answeredAt"
    from learning_answers_by(${personId}) given
    join organisation on organisation.slug = given.organisation order by answered_at`
  return (await given.execute(db)).rows
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

type OfferMade = {
  readonly organisationName: string
  readonly words: string
  readonly at: Date
}

/** What somebody offered to others, without to whom: their own alone. */
export async function listOffersMade(db: Transaction, { personId }: Whose): Promise<OfferMade[]> {
  const made = sql<OfferMade>`select organisation.name as "organisationName", words, at
    from support_offers_by(${personId}) made
    join organisation on organisation.slug = made.organisation order by at`
  return (await made.execute(db)).rows
}

export async function eraseLearning(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_learning(${personId})`.execute(db)
}

export async function endLearningWishes(db: Transaction, before: Date): Promise<number> {
  const asked = sql<{ gone: string }>`select end_learning_wishes(${before}) as gone`
  return Number((await asked.execute(db)).rows[0]?.gone ?? 0)
}
