import { findNames } from '../../accounts/accounts-store.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import type { RequestOutcome, SignOffRequest } from '../model/sign-off-request.ts'

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
    readonly together?: string | undefined
  },
): Promise<void> {
  const { holderId, assessorId, codes, message, together, ...rest } = request
  await db
    .insertInto('sign_off_request')
    .values({
      ...rest,
      holder_id: holderId,
      assessor_id: assessorId,
      codes: [...codes],
      message: message ?? null,
      together: together ?? null,
    })
    .execute()
}

/** False when it was answered already, by whoever came first. */
export async function insertRequestAnswer(
  db: Transaction,
  answer: {
    readonly requestId: string
    readonly outcome: Exclude<RequestOutcome, 'signed-by-other'>
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

/** Beside the answer of the same assessor: when there is another chance. */
export async function insertChance(
  db: Transaction,
  chance: {
    readonly requestId: string
    readonly holderId: string
    readonly assessorId: string
    readonly on?: string | undefined
    readonly occasion?: string | undefined
  },
): Promise<void> {
  const { requestId, holderId, assessorId, on, occasion } = chance
  await db
    .insertInto('sign_off_chance')
    .values({
      ...{ request_id: requestId, holder_id: holderId, assessor_id: assessorId },
      ...{ next_on: on ?? null, occasion: occasion ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What a holder has asked for, the latest first. */
export async function listOwnRequests(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<SignOffRequest[]> {
  const rows = await requests(db).where('asked.holder_id', '=', holderId).execute()
  return named(db, rows)
}

/** What an assessor was asked for, the latest first. */
export async function listRequestsTo(
  db: Transaction,
  { assessorId }: { readonly assessorId: string },
): Promise<SignOffRequest[]> {
  const rows = await requests(db).where('asked.assessor_id', '=', assessorId).execute()
  return named(db, rows)
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
  const [request] = await named(db, row === undefined ? [] : [row])
  if (request === undefined) throw new NotFound(`request ${id}`)
  return request
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
  const [request] = await named(db, row === undefined ? [] : [row])
  if (request === undefined) throw new NotFound(`request ${id}`)
  return request
}

function requests(db: Transaction) {
  return db
    .selectFrom('sign_off_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('sign_off_answer as answer', 'answer.request_id', 'asked.id')
    .leftJoin('sign_off_chance as chance', 'chance.request_id', 'asked.id')
    .orderBy('asked.at', 'desc')
    .select([
      'chance.next_on',
      'chance.occasion',
      'asked.id',
      'asked.holder_id',
      'asked.assessor_id',
      'asked.organisation',
      'organisation.name as organisation_name',
      'asked.edition',
      'asked.section',
      'asked.level',
      'asked.codes',
      'asked.message',
      'asked.at',
      'asked.together',
      'answer.outcome',
      'answer.reason',
      'answer.at as answered_at',
      'answer.signed_by',
    ])
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

/** Names are read once and not for each request: the policy on people is the dearest of all. */
async function named(db: Transaction, rows: readonly RequestRow[]): Promise<SignOffRequest[]> {
  const ids = rows.flatMap(({ holder_id, assessor_id, signed_by }) => [
    ...[holder_id, assessor_id],
    ...(signed_by === null ? [] : [signed_by]),
  ])
  const names = await findNames(db, [...new Set(ids)])
  return rows.map((row) => requestOf(row, names))
}

function requestOf(row: RequestRow, names: ReadonlyMap<string, string>): SignOffRequest {
  return {
    id: row.id,
    holderId: row.holder_id,
    holderName: names.get(row.holder_id) ?? 'Somebody',
    assessorId: row.assessor_id,
    assessorName: names.get(row.assessor_id) ?? 'Somebody',
    organisation: row.organisation,
    organisationName: row.organisation_name,
    edition: row.edition,
    section: row.section,
    // Only levels of the edition are ever asked for.
    level: row.level as LevelSlug,
    codes: row.codes,
    message: row.message ?? undefined,
    at: row.at,
    together: row.together ?? undefined,
    answer: answerOf(row, names),
  }
}

function answerOf(row: RequestRow, names: ReadonlyMap<string, string>): SignOffRequest['answer'] {
  const { outcome, reason, answered_at, signed_by, next_on, occasion } = row
  if (outcome === null || answered_at === null) return undefined
  const chance =
    next_on === null && occasion === null
      ? undefined
      : { on: next_on ?? undefined, occasion: occasion ?? undefined }
  // Whoever came first may work at another place than the reader.
  const signedBy = signed_by === null ? undefined : (names.get(signed_by) ?? 'Another colleague')
  return { outcome, reason: reason ?? undefined, at: answered_at, signedBy, chance }
}
