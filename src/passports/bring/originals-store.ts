/** The SQL of originals that somebody is asked to look at, and of what they saw. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type {
  AnswerShown,
  OriginalAnswer,
  OriginalRequest,
  RequestShown,
  WayOfSeeing,
} from './model/original.ts'

interface Whose {
  readonly holderId: string
}

export interface NewOriginalRequest extends Whose {
  readonly id: string
  readonly entryId: string
  readonly version: number
  readonly organisation: string
  readonly shown: RequestShown
}

/** False where this organisation is asked about this entry already. */
export async function insertOriginalRequest(
  db: Transaction,
  { id, entryId, version, holderId, organisation, shown }: NewOriginalRequest,
): Promise<boolean> {
  const made = await db
    .insertInto('original_request')
    .values({
      ...{ id, entry_id: entryId, version, holder_id: holderId, organisation },
      shown: JSON.stringify(shown),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** By its holder. False where it was over. */
export async function setOriginalEnded(
  db: Transaction,
  { id, holderId, at }: Whose & { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('original_request')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .set({ ended_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The holder's own, the latest first. */
export async function listOwnOriginals(
  db: Transaction,
  { holderId }: Whose,
): Promise<OriginalRequest[]> {
  const rows = await requests(db)
    .where('asked.holder_id', '=', holderId)
    .orderBy('asked.at', 'desc')
    .execute()
  return withAnswers(db, rows)
}

/**
 * Asked of these organisations, and waiting or answered not long ago. Row-level security leaves
 * those of people who work there now, of entries that are not private.
 */
export async function listOriginalsAt(
  db: Transaction,
  {
    organisations,
    besides,
    since,
  }: {
    readonly organisations: readonly string[]
    /** Nobody looks at their own. */
    readonly besides: string
    readonly since: Date
  },
): Promise<OriginalRequest[]> {
  if (organisations.length === 0) return []
  const rows = await requests(db)
    .where('asked.organisation', 'in', organisations)
    .where('asked.holder_id', '<>', besides)
    .where('asked.ended_at', 'is', null)
    .where(({ exists, not, or, selectFrom }) => {
      const standing = selectFrom('original_answer as answer')
        .whereRef('answer.request_id', '=', 'asked.id')
        .where('answer.taken_back_at', 'is', null)
        .select('answer.id')
      return or([not(exists(standing)), exists(standing.where('answer.at', '>', since))])
    })
    .orderBy('asked.at')
    .execute()
  return withAnswers(db, rows)
}

/** For whoever may look there. Throws NotFound. */
export async function getOriginalAt(
  db: Transaction,
  {
    id,
    organisations,
    besides,
  }: {
    readonly id: string
    readonly organisations: readonly string[]
    readonly besides: string
  },
): Promise<OriginalRequest> {
  const rows =
    organisations.length === 0
      ? []
      : await requests(db)
          .where('asked.id', '=', id)
          .where('asked.organisation', 'in', organisations)
          .where('asked.holder_id', '<>', besides)
          .where('asked.ended_at', 'is', null)
          .execute()
  const [found] = await withAnswers(db, rows)
  if (found === undefined) throw new NotFound(`original ${id}`)
  return found
}

export interface NewOriginalAnswer extends Whose {
  readonly id: string
  readonly requestId: string
  readonly organisation: string
  readonly outcome: 'seen' | 'not-seen'
  readonly how?: WayOfSeeing | undefined
  readonly on?: string | undefined
  readonly until?: string | undefined
  readonly reason?: string | undefined
  readonly answeredBy: string
  readonly shown: AnswerShown
}

/** False where somebody answered first. */
export async function insertOriginalAnswer(
  db: Transaction,
  answer: NewOriginalAnswer,
): Promise<boolean> {
  const { id, requestId, holderId, organisation, outcome, shown } = answer
  const made = await db
    .insertInto('original_answer')
    .values({
      ...{ id, request_id: requestId, holder_id: holderId, organisation, outcome },
      ...{ how: answer.how ?? null, seen_on: answer.on ?? null, until: answer.until ?? null },
      ...{ reason: answer.reason ?? null, answered_by: answer.answeredBy },
      shown: JSON.stringify(shown),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Gives what was taken back; undefined where it was already, or is not theirs to take back. */
export async function setOriginalTakenBack(
  db: Transaction,
  { requestId, at }: { readonly requestId: string; readonly at: Date },
): Promise<string | undefined> {
  const row = await db
    .updateTable('original_answer')
    .where('request_id', '=', requestId)
    .where('taken_back_at', 'is', null)
    .set({ taken_back_at: at })
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

function requests(db: Transaction) {
  return db
    .selectFrom('original_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('person', 'person.id', 'asked.holder_id')
    .select(['asked.id', 'asked.entry_id', 'asked.version', 'asked.holder_id', 'asked.at'])
    .select(['asked.organisation', 'organisation.name as organisation_name', 'asked.shown'])
    .select(['asked.ended_at', 'person.name as holder_name'])
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

async function withAnswers(db: Transaction, rows: readonly Row[]): Promise<OriginalRequest[]> {
  const ids = rows.map(({ id }) => id)
  const answers =
    ids.length === 0
      ? []
      : await db
          .selectFrom('original_answer')
          .where('request_id', 'in', ids)
          .orderBy('at')
          .selectAll()
          .execute()
  return rows.map((row) => ({
    ...{ id: row.id, entryId: row.entry_id, version: row.version, holderId: row.holder_id },
    ...{ organisation: row.organisation, organisationName: row.organisation_name },
    ...{ holderName: row.holder_name ?? undefined, shown: row.shown, at: row.at },
    endedAt: row.ended_at ?? undefined,
    answers: answers.filter(({ request_id }) => request_id === row.id).map(toAnswer),
  }))
}

function toAnswer(row: {
  readonly id: string
  readonly outcome: string
  readonly how: string | null
  readonly seen_on: string | null
  readonly until: string | null
  readonly reason: string | null
  readonly answered_by: string
  readonly shown: AnswerShown
  readonly at: Date
  readonly taken_back_at: Date | null
}): OriginalAnswer {
  return {
    ...{ id: row.id, answeredBy: row.answered_by, shown: row.shown, at: row.at },
    // The columns' check constraints allow only these.
    outcome: row.outcome as OriginalAnswer['outcome'],
    how: (row.how ?? undefined) as WayOfSeeing | undefined,
    ...{ on: row.seen_on ?? undefined, until: row.until ?? undefined },
    ...{ reason: row.reason ?? undefined, takenBackAt: row.taken_back_at ?? undefined },
  }
}
