import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Whose } from '../../personal-record.ts'
import type { RightsKind, RightsOutcome, RightsRequest } from './model/rights-request.ts'

export async function insertRightsRequest(
  db: Transaction,
  request: {
    readonly id: string
    readonly personId: string
    readonly kind: RightsKind
    readonly about: string
    readonly aboutWords: string
    /** Undefined asks whoever runs the service. */
    readonly organisation?: string | undefined
    readonly words: string
    readonly dueOn: string
  },
): Promise<void> {
  const { personId, dueOn, aboutWords, organisation, ...rest } = request
  await db
    .insertInto('rights_request')
    .values({
      ...{ ...rest, about_words: aboutWords, person_id: personId, due_on: dueOn },
      organisation: organisation ?? null,
    })
    .execute()
}

/** Until the transaction ends, this person asks for nothing else: a form posted twice waits. */
export async function lockRights(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rights:${personId}`}, 0))`.execute(db)
}

/** False when it was answered already, by whoever came first. */
export async function insertRightsAnswer(
  db: Transaction,
  answer: {
    readonly requestId: string
    readonly outcome: RightsOutcome
    readonly words: string
    readonly answeredBy: string
  },
): Promise<boolean> {
  const { requestId, outcome, words, answeredBy } = answer
  const result = await db
    .insertInto('rights_answer')
    .values({ request_id: requestId, outcome, words, answered_by: answeredBy })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** What somebody asked, the latest first. */
export async function listOwnRights(
  db: Transaction,
  { personId }: Whose,
): Promise<RightsRequest[]> {
  const rows = await requests(db).where('asked.person_id', '=', personId).execute()
  return rows.map(requestOf)
}

/** Throws NotFound, also for what somebody else asked. */
export async function getOwnRight(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<RightsRequest> {
  const query = requests(db).where('asked.id', '=', id).where('asked.person_id', '=', personId)
  return found(await query.executeTakeFirst(), id)
}

/** What waits for somebody who may answer, and what was answered, the latest first. */
export async function listRightsToAnswer(
  db: Transaction,
  { answererId }: { readonly answererId: string },
): Promise<RightsRequest[]> {
  const rows = await toAnswer(db, answererId).limit(200).execute()
  return rows.map(requestOf)
}

/** Throws NotFound, also for what another organisation was asked. */
export async function getRightToAnswer(
  db: Transaction,
  { id, answererId }: { readonly id: string; readonly answererId: string },
): Promise<RightsRequest> {
  return found(await toAnswer(db, answererId).where('asked.id', '=', id).executeTakeFirst(), id)
}

/** Of others alone: nobody answers what they asked themselves. */
function toAnswer(db: Transaction, answererId: string) {
  return requests(db)
    .where('asked.person_id', '<>', answererId)
    .where(sql<boolean>`answers_rights_at(asked.organisation)`)
}

export async function listAddressesToAnswer(db: Transaction, request: string): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select addresses_to_answer(${request}) as address`.execute(db)
  return rows.map(({ address }) => address)
}

export async function listAddressesOfAsker(db: Transaction, request: string): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select addresses_of_asker(${request}) as address`.execute(db)
  return rows.map(({ address }) => address)
}

/** For the copy of a person's record. */
export function listAllRequests(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('rights_request as asked')
    .leftJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('rights_answer as answer', 'answer.request_id', 'asked.id')
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .select(['asked.id', 'asked.kind', 'about', 'about_words as aboutWords'])
    .select('organisation.name as organisationName')
    .select(['asked.words', 'asked_at as askedAt', 'due_on as dueOn'])
    .select(['outcome', 'answer.words as answer', 'answer.at as answeredAt'])
    .execute()
}

function requests(db: Transaction) {
  return db
    .selectFrom('rights_request as asked')
    .leftJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('rights_answer as answer', 'answer.request_id', 'asked.id')
    .orderBy('asked.asked_at', 'desc')
    .select(['asked.id', 'asked.person_id', 'asked.kind', 'about', 'about_words'])
    .select('asked.organisation')
    .select(['organisation.name as organisation_name', 'asked.words', 'asked_at', 'due_on'])
    .select(['outcome', 'answer.words as answer_words', 'answer.at as answered_at'])
    .select([
      sql<string | null>`name_in_rights_request(asked.id, asked.person_id)`.as('person_name'),
      sql<string | null>`name_in_rights_request(asked.id, answer.answered_by)`.as('answered_name'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

function found(row: Row | undefined, id: string): RightsRequest {
  if (row === undefined) throw new NotFound(`rights request ${id}`)
  return requestOf(row)
}

function requestOf(row: Row): RightsRequest {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name ?? undefined,
    kind: row.kind,
    about: row.about,
    aboutWords: row.about_words ?? undefined,
    organisation: row.organisation ?? undefined,
    organisationName: row.organisation_name ?? undefined,
    words: row.words ?? undefined,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    answer: answerOf(row),
  }
}

function answerOf({ outcome, answered_at, answer_words, answered_name }: Row) {
  if (outcome === null || answered_at === null) return undefined
  return {
    outcome,
    at: answered_at,
    words: answer_words ?? undefined,
    byName: answered_name ?? undefined,
  }
}
