import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Complaint, ComplaintStep, Outcome, ReplyBy, StepKind } from './model/complaint.ts'

export interface NewComplaint {
  readonly id: string
  readonly reference: string
  readonly organisation?: string | undefined
  readonly organisationNamed?: string | undefined
  readonly complainantId?: string | undefined
  readonly name: string
  readonly replyBy: ReplyBy
  readonly replyTo?: string | undefined
  readonly whatHappened: string
  readonly putRight: string
  readonly codeHash?: Buffer | undefined
}

/** False when one with this id is there already: the form was posted twice. */
export async function insertComplaint(db: Transaction, made: NewComplaint): Promise<boolean> {
  const result = await db
    .insertInto('complaint')
    .values({
      id: made.id,
      reference: made.reference,
      organisation: made.organisation ?? null,
      organisation_named: made.organisationNamed ?? null,
      complainant_id: made.complainantId ?? null,
      name: made.name,
      reply_by: made.replyBy,
      reply_to: made.replyTo ?? null,
      what_happened: made.whatHappened,
      put_right: made.putRight,
      code_hash: made.codeHash ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when somebody took this step before. */
export async function insertStep(
  db: Transaction,
  step: {
    readonly complaintId: string
    readonly kind: StepKind
    readonly outcome?: Outcome | undefined
    readonly words: string
    readonly byPerson: string
  },
): Promise<boolean> {
  const { complaintId, kind, outcome, words, byPerson } = step
  const result = await db
    .insertInto('complaint_step')
    .values({
      id: randomUUID(),
      ...{ complaint_id: complaintId, kind, outcome: outcome ?? null, words, by_person: byPerson },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Until the transaction ends, nobody else takes a step in it. */
export async function lockComplaint(db: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`complaint:${id}`}, 0))`.execute(db)
}

/** What somebody complained of themselves, the latest first. */
export async function listOwnComplaints(
  db: Transaction,
  { complainantId }: { readonly complainantId: string },
): Promise<Complaint[]> {
  const rows = await complaints(db)
    .where('complainant_id', '=', complainantId)
    .orderBy('received_at', 'desc')
    .execute()
  return withSteps(db, rows)
}

/** What this person answers, but for what they complained of themselves; the oldest first. */
export async function listComplaintsFor(
  db: Transaction,
  { answererId }: { readonly answererId: string },
): Promise<Complaint[]> {
  const rows = await toAnswer(db, answererId).orderBy('received_at').limit(200).execute()
  return withSteps(db, rows)
}

/** Throws NotFound, also for what somebody else complained of. */
export async function getOwnComplaint(
  db: Transaction,
  { id, complainantId }: { readonly id: string; readonly complainantId: string },
): Promise<Complaint> {
  const rows = await complaints(db)
    .where('complaint.id', '=', id)
    .where('complainant_id', '=', complainantId)
    .execute()
  return theOne(await withSteps(db, rows), id)
}

/** Throws NotFound, also for a complaint that others answer. */
export async function getComplaintFor(
  db: Transaction,
  { id, answererId }: { readonly id: string; readonly answererId: string },
): Promise<Complaint> {
  const rows = await toAnswer(db, answererId).where('complaint.id', '=', id).execute()
  return theOne(await withSteps(db, rows), id)
}

/** The id of the complaint that a reference and a code open. */
export async function findComplaintByCode(
  db: Transaction,
  { reference, codeHash }: { readonly reference: string; readonly codeHash: Buffer },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('complaint')
    .where('reference', '=', reference)
    .where('code_hash', '=', codeHash)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** Throws NotFound. For whoever holds the complaint's link, and for the desk that took it in. */
export async function getComplaint(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<Complaint> {
  const rows = await complaints(db).where('complaint.id', '=', id).execute()
  return theOne(await withSteps(db, rows), id)
}

/** Not warned of yet, and nobody has taken a step: for the job that reminds. */
export async function listUnacknowledged(db: Transaction): Promise<Complaint[]> {
  const rows = await complaints(db)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('complaint_step')
            .whereRef('complaint_id', '=', 'complaint.id')
            .where('kind', 'in', ['acknowledged', 'answered'])
            .select('complaint_step.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('complaint_warning')
            .whereRef('complaint_id', '=', 'complaint.id')
            .select('complaint_id'),
        ),
      ),
    )
    .orderBy('received_at')
    .execute()
  return withSteps(db, rows)
}

export async function insertWarning(db: Transaction, complaintId: string): Promise<boolean> {
  const result = await db
    .insertInto('complaint_warning')
    .values({ complaint_id: complaintId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Where those who answer can be written to: the database tells it to the job that reminds alone. */
export async function listAnswererAddresses(
  db: Transaction,
  { organisation }: { readonly organisation: string | undefined },
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select address from addresses_of_answerers(${organisation ?? null}) as address`.execute(db)
  return rows.map(({ address }) => address)
}

/** An organisation of the register by exactly this name, where there is one alone. */
export async function findOrganisationNamed(
  db: Transaction,
  name: string,
): Promise<string | undefined> {
  const [only, ...others] = await db
    .selectFrom('organisation')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('ended_on', 'is', null)
    .select('slug')
    .limit(2)
    .execute()
  return others.length === 0 ? only?.slug : undefined
}

export async function eraseComplaints(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select erase_complaints(${personId})`.execute(db)
}

/** Gives how many went. */
export async function endComplaints(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    select end_complaints(${before}) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}

function theOne([complaint]: readonly Complaint[], id: string): Complaint {
  if (complaint === undefined) throw new NotFound(`complaint ${id}`)
  return complaint
}

function toAnswer(db: Transaction, answererId: string) {
  return complaints(db)
    .where(sql<boolean>`answers_complaints(complaint.organisation)`)
    .where('complainant_id', 'is distinct from', answererId)
}

function complaints(db: Transaction) {
  return db
    .selectFrom('complaint')
    .leftJoin('organisation', 'organisation.slug', 'complaint.organisation')
    .selectAll('complaint')
    .select('organisation.name as organisation_name')
}

type Row = Awaited<ReturnType<ReturnType<typeof complaints>['execute']>>[number]

async function withSteps(db: Transaction, rows: readonly Row[]): Promise<Complaint[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const steps = await db
    .selectFrom('complaint_step')
    .where('complaint_id', 'in', ids)
    .orderBy('at')
    .select(['complaint_id', 'kind', 'outcome', 'words', 'at'])
    .execute()
  const byComplaint = Map.groupBy(steps, ({ complaint_id }) => complaint_id)
  return rows.map((row) =>
    complaintOf(
      row,
      (byComplaint.get(row.id) ?? []).map(({ kind, outcome, words, at }) => ({
        ...{ kind, words, at, outcome: outcome ?? undefined },
      })),
    ),
  )
}

function complaintOf(row: Row, steps: readonly ComplaintStep[]): Complaint {
  return {
    id: row.id,
    reference: row.reference,
    organisation: row.organisation ?? undefined,
    organisationName: row.organisation_name ?? row.organisation_named ?? undefined,
    complainantId: row.complainant_id ?? undefined,
    name: row.name,
    replyBy: row.reply_by,
    replyTo: row.reply_to ?? undefined,
    whatHappened: row.what_happened,
    putRight: row.put_right,
    receivedAt: row.received_at,
    steps,
  }
}
