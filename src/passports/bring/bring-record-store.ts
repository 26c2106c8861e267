/** All that was brought, as its holder may read it themselves; and how it is erased. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listAllReceived(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('received_credential')
    .where('holder_id', '=', personId)
    .orderBy('received_at')
    .select(['id', 'title', 'kind', 'said_issuer as saidIssuer', 'form', 'from_on as givenOn'])
    .select(['valid_until as validUntil', 'received_at as receivedAt', 'document'])
    .execute()
}

export function listAllLooks(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('received_check as look')
    .innerJoin('received_credential as brought', 'brought.id', 'look.received_id')
    .where('look.holder_id', '=', personId)
    .orderBy('look.at')
    .select(['brought.title', 'look.received_id as receivedId', 'look.outcome'])
    .select(['look.made_out_to as madeOutTo', 'look.issuer_name as issuerName', 'look.codes'])
    .select(['look.steps', 'look.at'])
    .execute()
}

export function listAllTrainingFiles(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('training_file')
    .where('holder_id', '=', personId)
    .orderBy('made_at')
    .select(['id', 'made_at as madeAt', 'head', 'rows', 'drafts', 'imported'])
    .execute()
}

export function listAllOriginals(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('original_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .where('asked.holder_id', '=', personId)
    .orderBy('asked.at')
    .select(['asked.id', 'organisation.name as organisationName', 'asked.at', 'asked.ended_at'])
    .select(sql<string>`asked.shown ->> 'title'`.as('title'))
    .execute()
}

export function listAllOriginalAnswers(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('original_answer as answer')
    .innerJoin('original_request as asked', 'asked.id', 'answer.request_id')
    .where('answer.holder_id', '=', personId)
    .orderBy('answer.at')
    .select(sql<string>`asked.shown ->> 'title'`.as('title'))
    .select(sql<string>`answer.shown ->> 'by'`.as('answeredBy'))
    .select(['answer.id', 'outcome', 'how', 'seen_on as seenOn', 'until', 'reason', 'answer.at'])
    .select('taken_back_at as takenBackAt')
    .execute()
}

/** What somebody said of others' originals, without whose they were. */
export function listGivenOriginalAnswers(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('original_answer')
    .innerJoin('organisation', 'organisation.slug', 'original_answer.organisation')
    .where('answered_by', '=', personId)
    .orderBy('at')
    .select(['organisation.name as organisationName', 'outcome', 'how', 'seen_on as seenOn'])
    .select(['at', 'taken_back_at as takenBackAt'])
    .execute()
}

/** When they ask to close: nobody is asked for them any more. What was answered stands if they stay. */
export async function endOpenOriginals(db: Transaction, { personId }: Whose): Promise<void> {
  await db
    .updateTable('original_request')
    .where('holder_id', '=', personId)
    .where('ended_at', 'is', null)
    .where(({ exists, not, selectFrom }) => {
      const standing = selectFrom('original_answer as answer')
        .whereRef('answer.request_id', '=', 'original_request.id')
        .where('answer.taken_back_at', 'is', null)
      return not(exists(standing.select('answer.id')))
    })
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .execute()
}

export async function eraseBrought(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_brought(${personId})`.execute(db)
}

export async function endTrainingFiles(db: Transaction, before: Date): Promise<number> {
  const asked = sql<{ gone: string }>`select end_training_files(${before}) as gone`
  return Number((await asked.execute(db)).rows[0]?.gone ?? 0)
}
