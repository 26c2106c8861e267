/** The SQL of second assessors: who was asked, what waits, what they answered. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import type { Shown } from '../model/signing.ts'

/** Asking the same person twice changes nothing. */
export async function insertSecondRequest(
  db: Transaction,
  asked: {
    readonly signingId: string
    readonly secondId: string
    readonly holderId: string
    readonly askedBy: string
  },
): Promise<boolean> {
  const { signingId, secondId, holderId, askedBy } = asked
  const made = await db
    .insertInto('second_request')
    .values({
      ...{ signing_id: signingId, second_id: secondId, holder_id: holderId },
      ...{ asked_by: askedBy, how: 'asked' },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('signing_id')
    .executeTakeFirst()
  return made !== undefined
}

/** What waits for somebody as the second, and then what they answered: each the latest first. */
export async function listSecondRequests(
  db: Transaction,
  { secondId }: { readonly secondId: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('second_request')
    .leftJoin('second_answer as answer', 'answer.signing_id', 'second_request.signing_id')
    .where('second_request.second_id', '=', secondId)
    .where((eb) =>
      eb.or([
        eb('answer.second_id', '=', secondId),
        eb.and([eb('answer.signing_id', 'is', null), eb.exists(openFor(eb))]),
      ]),
    )
    .orderBy('answer.at', (order) => order.desc().nullsFirst())
    .orderBy('second_request.at', 'desc')
    .select('second_request.signing_id')
    .execute()
  return rows.map(({ signing_id }) => signing_id)
}

function openFor(eb: ExpressionBuilder<Tables, 'second_request'>) {
  return eb
    .selectFrom('sign_off')
    .leftJoin('sign_off_withdrawal as gone', 'gone.sign_off_id', 'sign_off.id')
    .whereRef('sign_off.signing_id', '=', 'second_request.signing_id')
    .where('needs_second', '=', true)
    .where('gone.sign_off_id', 'is', null)
    .select('sign_off.id')
}

/** Who was asked about each of a holder's signings. */
export function listAskedSeconds(
  db: Transaction,
  { signingIds }: { readonly signingIds: readonly string[] },
): Promise<{ readonly signingId: string; readonly secondId: string }[]> {
  if (signingIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('second_request')
    .where('signing_id', 'in', [...signingIds])
    .orderBy('at')
    .select(['signing_id as signingId', 'second_id as secondId'])
    .execute()
}

/** False where it was answered already: of two seconds at once, one. */
export async function insertSecondAnswer(
  db: Transaction,
  answer: {
    readonly signingId: string
    readonly secondId: string
    readonly holderId: string
    readonly codes: readonly string[]
    readonly reason?: string | undefined
    readonly shown: Shown['assessor']
    readonly stepUp: StepUp
  },
): Promise<boolean> {
  const { signingId, secondId, holderId, codes, reason, shown, stepUp } = answer
  const made = await db
    .insertInto('second_answer')
    .values({
      ...{ signing_id: signingId, second_id: secondId, holder_id: holderId, codes: [...codes] },
      ...{ reason: reason ?? null, shown: JSON.stringify(shown) },
      ...{ stepped_up_how: stepUp.how, stepped_up_at: stepUp.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('signing_id')
    .executeTakeFirst()
  return made !== undefined
}

/** As the second assessor and as the worker, for a copy of what is kept. */
export function listAllSeconds(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('second_request as asked')
    .innerJoin('signing', 'signing.id', 'asked.signing_id')
    .leftJoin('second_answer as answer', (join) =>
      join
        .onRef('answer.signing_id', '=', 'asked.signing_id')
        .onRef('answer.second_id', '=', 'asked.second_id'),
    )
    .leftJoin('person as second', 'second.id', 'asked.second_id')
    .where('asked.holder_id', '=', personId)
    .orderBy('asked.at')
    .select(['asked.signing_id as signingId', 'second.name as second', 'asked.at as askedAt'])
    .select(['section', 'answer.codes', 'answer.reason', 'answer.at as answeredAt'])
    .execute()
}

/** Without whom it was for: that is the other person's record. */
export function listGivenSeconds(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('second_answer as answer')
    .innerJoin('signing', 'signing.id', 'answer.signing_id')
    .innerJoin('organisation', 'organisation.slug', 'signing.organisation')
    .where('answer.second_id', '=', personId)
    .orderBy('answer.at')
    .select(['section', 'answer.codes', 'answer.at', 'organisation.name as organisationName'])
    .execute()
}

/** Asked of them and not answered, without whom it is about. */
export function listAskedOf(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('second_request')
    .where('second_id', '=', personId)
    .orderBy('at')
    .select(['at', 'how'])
    .execute()
}

export function listMadeRules(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('assessing_rule')
    .innerJoin('organisation', 'organisation.slug', 'assessing_rule.organisation')
    .where('made_by', '=', personId)
    .orderBy('at')
    .select(['organisation.name as organisationName', 'version', 'at'])
    .execute()
}

export async function eraseAssessing(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select erase_assessing(${personId})`.execute(db)
}
