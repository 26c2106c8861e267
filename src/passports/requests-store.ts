import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { LevelSlug } from '../frameworks/model/framework.ts'
import type { RequestOutcome, SignOffRequest } from './model/sign-off-request.ts'

export async function insertRequest(
  db: Transaction,
  request: {
    readonly id: string
    readonly holderId: string
    readonly assessorId: string
    readonly organisation: string
    readonly edition: string
    readonly section: string
    readonly level: LevelSlug
    readonly codes: readonly string[]
    readonly message?: string | undefined
  },
): Promise<void> {
  const { holderId, assessorId, codes, message, ...rest } = request
  await db
    .insertInto('sign_off_request')
    .values({
      ...rest,
      holder_id: holderId,
      assessor_id: assessorId,
      codes: [...codes],
      message: message ?? null,
    })
    .execute()
}

/** False when it was answered already, by whoever came first. */
export async function insertRequestAnswer(
  db: Transaction,
  answer: {
    readonly requestId: string
    readonly outcome: RequestOutcome
    readonly reason?: string | undefined
  },
): Promise<boolean> {
  const result = await db
    .insertInto('sign_off_answer')
    .values({
      request_id: answer.requestId,
      outcome: answer.outcome,
      reason: answer.reason ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** What a holder has asked for, the latest first. */
export async function listOwnRequests(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<SignOffRequest[]> {
  const rows = await requests(db).where('asked.holder_id', '=', holderId).execute()
  return rows.map(requestOf)
}

/** What an assessor was asked for, the latest first. */
export async function listRequestsTo(
  db: Transaction,
  { assessorId }: { readonly assessorId: string },
): Promise<SignOffRequest[]> {
  const rows = await requests(db).where('asked.assessor_id', '=', assessorId).execute()
  return rows.map(requestOf)
}

/** Throws NotFound, also for a request to somebody else. */
export async function getRequestTo(
  db: Transaction,
  { id, assessorId }: { readonly id: string; readonly assessorId: string },
): Promise<SignOffRequest> {
  const row = await requests(db)
    .where('asked.id', '=', id)
    .where('asked.assessor_id', '=', assessorId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`request ${id}`)
  return requestOf(row)
}

/** Throws NotFound, also for a request of somebody else. */
export async function getOwnRequest(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<SignOffRequest> {
  const row = await requests(db)
    .where('asked.id', '=', id)
    .where('asked.holder_id', '=', holderId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`request ${id}`)
  return requestOf(row)
}

function requests(db: Transaction) {
  return db
    .selectFrom('sign_off_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('person as holder', 'holder.id', 'asked.holder_id')
    .leftJoin('person as assessor', 'assessor.id', 'asked.assessor_id')
    .leftJoin('sign_off_answer as answer', 'answer.request_id', 'asked.id')
    .orderBy('asked.at', 'desc')
    .select([
      'asked.id',
      'asked.holder_id',
      'holder.name as holder_name',
      'asked.assessor_id',
      'assessor.name as assessor_name',
      'asked.organisation',
      'organisation.name as organisation_name',
      'asked.edition',
      'asked.section',
      'asked.level',
      'asked.codes',
      'asked.message',
      'asked.at',
      'answer.outcome',
      'answer.reason',
      'answer.at as answered_at',
    ])
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

function requestOf(row: RequestRow): SignOffRequest {
  return {
    id: row.id,
    holderId: row.holder_id,
    holderName: row.holder_name ?? 'Somebody',
    assessorId: row.assessor_id,
    assessorName: row.assessor_name ?? 'Somebody',
    organisation: row.organisation,
    organisationName: row.organisation_name,
    edition: row.edition,
    section: row.section,
    // Only levels of the edition are ever asked for.
    level: row.level as LevelSlug,
    codes: row.codes,
    message: row.message ?? undefined,
    at: row.at,
    answer: answerOf(row),
  }
}

function answerOf({ outcome, reason, answered_at }: RequestRow): SignOffRequest['answer'] {
  if (outcome === null || answered_at === null) return undefined
  return { outcome, reason: reason ?? undefined, at: answered_at }
}
