/** The SQL of what somebody asks their employer for, and what became of it. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { AskedCourse, LearningAsk } from './model/ask.ts'

interface Whose {
  readonly holderId: string
}

/** False where they ask for it already. */
export async function insertAsk(
  db: Transaction,
  ask: Whose & {
    readonly id: string
    readonly courseId: string
    readonly organisation: string
    readonly shown: AskedCourse
    readonly words: string | undefined
  },
): Promise<boolean> {
  const { id, courseId, holderId, organisation, shown, words } = ask
  const made = await db
    .insertInto('learning_request')
    .values({
      ...{ id, course_id: courseId, holder_id: holderId, organisation },
      ...{ shown: JSON.stringify(shown), words: words ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** The latest first. */
export async function listOwnAsks(db: Transaction, { holderId }: Whose): Promise<LearningAsk[]> {
  const rows = await asks(db)
    .where('asked.holder_id', '=', holderId)
    .orderBy('asked.asked_at', 'desc')
    .execute()
  return rows.map(toAsk)
}

/** Throws NotFound for somebody else's. */
export async function getOwnAsk(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<LearningAsk> {
  const row = await asks(db)
    .where('asked.id', '=', id)
    .where('asked.holder_id', '=', holderId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`request ${id}`)
  return toAsk(row)
}

interface ManagedPlaces {
  readonly organisations: readonly string[]
}

const mostListed = 200

/** Of those who work there now: what waits first, the oldest of it first. */
export async function listAsksTo(
  db: Transaction,
  { organisations }: ManagedPlaces,
): Promise<LearningAsk[]> {
  if (organisations.length === 0) return []
  const rows = await asks(db)
    .where('asked.organisation', 'in', [...organisations])
    .orderBy((eb) =>
      eb.or([eb('asked.outcome', 'is not', null), eb('asked.withdrawn_at', 'is not', null)]),
    )
    .orderBy('asked.asked_at')
    .limit(mostListed)
    .execute()
  return rows.map(toAsk)
}

/** Throws NotFound where it is for others to answer. */
export async function getAskTo(
  db: Transaction,
  { id, organisations }: ManagedPlaces & { readonly id: string },
): Promise<LearningAsk> {
  const row = await asks(db).where('asked.id', '=', id).executeTakeFirst()
  if (row === undefined || !organisations.includes(row.organisation)) {
    throw new NotFound(`request ${id}`)
  }
  return toAsk(row)
}

/** Of two who answer at once, one has. False where it was answered or taken back. */
export async function setAnswered(
  db: Transaction,
  answer: {
    readonly id: string
    readonly organisation: string
    readonly outcome: 'approved' | 'declined'
    readonly reply: string | undefined
    readonly answeredBy: string
    readonly at: Date
  },
): Promise<boolean> {
  const { id, organisation, outcome, reply, answeredBy, at } = answer
  const { numUpdatedRows } = await db
    .updateTable('learning_request')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where('outcome', 'is', null)
    .where('withdrawn_at', 'is', null)
    .set({ outcome, reply: reply ?? null, answered_by: answeredBy, answered_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was declined, taken back or done. */
export async function setWithdrawn(
  db: Transaction,
  { id, holderId, at }: Whose & { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await going(db, { id, holderId })
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'approved')]))
    .set({ withdrawn_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where nobody said yes, or it was taken back. */
export async function setAttended(
  db: Transaction,
  { id, holderId, on }: Whose & { readonly id: string; readonly on: string },
): Promise<boolean> {
  const { numUpdatedRows } = await going(db, { id, holderId })
    .where('outcome', '=', 'approved')
    .set({ attended_on: on })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** When they ask to close: nobody is asked for them any more. */
export async function withdrawOpenAsks(
  db: Transaction,
  { personId, at }: { readonly personId: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('learning_request')
    .where('holder_id', '=', personId)
    .where('outcome', 'is', null)
    .where('withdrawn_at', 'is', null)
    .set({ withdrawn_at: at })
    .execute()
}

function going(db: Transaction, { id, holderId }: Whose & { readonly id: string }) {
  return db
    .updateTable('learning_request')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .where('withdrawn_at', 'is', null)
    .where('attended_on', 'is', null)
}

function asks(db: Transaction) {
  return db
    .selectFrom('learning_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('person as holder', 'holder.id', 'asked.holder_id')
    .leftJoin('person as answerer', 'answerer.id', 'asked.answered_by')
    .select(['asked.id', 'asked.course_id', 'asked.holder_id', 'holder.name as holder_name'])
    .select(['asked.organisation', 'organisation.name as organisation_name', 'asked.shown'])
    .select(['asked.words', 'asked.asked_at', 'asked.outcome', 'asked.reply'])
    .select(['answerer.name as answerer_name', 'asked.answered_at', 'asked.withdrawn_at'])
    .select('asked.attended_on')
}

type Row = Awaited<ReturnType<ReturnType<typeof asks>['executeTakeFirstOrThrow']>>

function toAsk(row: Row): LearningAsk {
  return {
    ...{ id: row.id, courseId: row.course_id, holderId: row.holder_id, shown: row.shown },
    ...{ holderName: row.holder_name ?? undefined, organisation: row.organisation },
    ...{ organisationName: row.organisation_name, words: row.words ?? undefined },
    ...{ askedAt: row.asked_at, outcome: row.outcome ?? undefined, reply: row.reply ?? undefined },
    ...{ answeredBy: row.answerer_name ?? undefined, answeredAt: row.answered_at ?? undefined },
    withdrawnAt: row.withdrawn_at ?? undefined,
    attendedOn: row.attended_on ?? undefined,
  }
}
