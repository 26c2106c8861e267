/** All that recognition keeps about one person, as they may read it themselves; and how it goes. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listAllRecognitionShares(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('recognition_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .leftJoin('recognition_share_end as ended', 'ended.share_id', 'shared.id')
    .where('shared.holder_id', '=', personId)
    .orderBy('shared.at')
    .select(['shared.id', 'organisation.name as organisationName', 'shared.purpose'])
    .select(['shared.at as sharedAt', 'shared.ends_on as endsOn', 'ended.at as stoppedAt'])
    .select((eb) =>
      eb
        .selectFrom('recognition_item as item')
        .whereRef('item.share_id', '=', 'shared.id')
        .select(
          sql<
            string[]
          >`coalesce(array_agg(coalesce(credential_id, entry_id, received_id)::text), '{}')`.as(
            'ids',
          ),
        )
        .as('items'),
    )
    .execute()
}

export function listAllDecisions(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('recognition_decision as decided')
    .innerJoin('organisation', 'organisation.slug', 'decided.organisation')
    .where('decided.holder_id', '=', personId)
    .orderBy('decided.at')
    .select(['decided.id', 'item_id as itemId', 'organisation.name as organisationName', 'title'])
    .select(['verdict', 'suggested', 'outcome', 'top_up as topUp', 'reason', 'words', 'decided.at'])
    .execute()
}

export function listAllReplies(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('recognition_reply')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .select(['decision_id as decisionId', 'words', 'at'])
    .execute()
}

/** What somebody decided for an organisation, without whom it was about: that is the other's record. */
export function listGivenDecisions(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('recognition_decision as decided')
    .innerJoin('organisation', 'organisation.slug', 'decided.organisation')
    .where('decided.decided_by', '=', personId)
    .orderBy('decided.at')
    .select(['decided.id', 'organisation.name as organisationName', 'outcome', 'decided.at'])
    .execute()
}

/** The top-ups that somebody did, and those that they recorded of others without whom it was about. */
export function listAllTopUps(db: Transaction, { personId }: Whose) {
  return topUps(db)
    .where('done.holder_id', '=', personId)
    .select(['done.id', 'done.decision_id as decisionId'])
    .execute()
}

export function listGivenTopUps(db: Transaction, { personId }: Whose) {
  return topUps(db).where('done.recorded_by', '=', personId).select('done.id').execute()
}

function topUps(db: Transaction) {
  return db
    .selectFrom('recognition_top_up as done')
    .innerJoin('organisation', 'organisation.slug', 'done.organisation')
    .orderBy('done.at')
    .select(['organisation.name as organisationName', 'done.done_on as doneOn', 'done.at'])
    .select('done.taken_back_at as takenBackAt')
}

/** The policies that somebody published, and the agreements that they proposed or answered. */
export async function listAcceptanceActs(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ organisationName: string; act: string; at: Date }>`
    select name as "organisationName", act, done.at from (
      select organisation, 'published' as act, at from acceptance_policy where made_by = ${personId}
      union all
      select organisation, 'proposed', at from acceptance_agreement where proposed_by = ${personId}
      union all
      select organisation, step, at from acceptance_agreement_step where stepped_by = ${personId}
    ) done join organisation on slug = done.organisation order by done.at`.execute(db)
  return rows
}

/** Ends every set that a holder still shares, and gives their ids. */
export async function endLiveRecognitions(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<string[]> {
  const rows = await db
    .insertInto('recognition_share_end')
    .columns(['share_id'])
    .expression((eb) =>
      eb
        .selectFrom('recognition_share')
        .where('holder_id', '=', holderId)
        .where('ends_on', '>=', sql<string>`london_day()`)
        .select('id'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('share_id')
    .execute()
  return rows.map(({ share_id }) => share_id)
}

export async function eraseRecognition(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_recognition(${personId})`.execute(db)
}

export async function endRecognitions(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select end_recognitions(${before}) as gone`.execute(
    db,
  )
  return Number(rows[0]?.gone ?? 0)
}
