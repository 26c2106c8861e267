/** The SQL of delegations, their steps, and whom a registrant may ask. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { DueCount } from '../due-date.ts'
import { NotFound } from '../errors.ts'
import type {
  Arrangement,
  Consent,
  Delegation,
  Gone,
  Step,
  StepKind,
  Supervision,
} from './model/delegation.ts'

/** Of two who step at once the second waits here, and reads what the first one did. */
export async function lockDelegation(db: Transaction, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`delegation:${id}`}, 0))`.execute(db)
}

export interface AskableWorker {
  readonly name: string
  readonly jobTitle?: string | undefined
  /** Slug and name; undefined where the person they support employs them. */
  readonly employer?: string | undefined
  readonly employerName?: string | undefined
  /** They gave the acting person a code. */
  readonly opened: boolean
}

/** As somebody who may delegate for the organisation; undefined for whom they may not ask. */
export async function findAskableWorker(
  db: Transaction,
  { workerId, organisation }: { readonly workerId: string; readonly organisation: string },
): Promise<AskableWorker | undefined> {
  const { rows } = await sql<{
    name: string
    job_title: string | null
    employer: string | null
    employer_name: string | null
    opened: boolean
  }>`select * from askable_worker(${workerId}, ${organisation})`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  return {
    name: row.name,
    jobTitle: row.job_title ?? undefined,
    employer: row.employer ?? undefined,
    employerName: row.employer_name ?? undefined,
    opened: row.opened,
  }
}

/** Of their registration: whoever delegates need not have told their passport. */
export async function findRegisteredProfession(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('registration')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .select('profession')
    .executeTakeFirst()
  return row?.profession ?? undefined
}

const mostFound = 20

/** Colleagues by a part of their name, the first twenty. */
export async function findColleagues(
  db: Transaction,
  {
    organisation,
    name,
    personId,
  }: { readonly organisation: string; readonly name: string; readonly personId: string },
): Promise<{ readonly id: string; readonly name: string; readonly jobTitle: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'person_id')
    .where('organisation', '=', organisation)
    .where('person.id', '<>', personId)
    .where('valid_from', '<=', sql<string>`current_date`)
    .where((eb) =>
      eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', sql<string>`current_date`)]),
    )
    .where(sql<boolean>`strpos(lower(person.name), lower(${name})) > 0`)
    .where(sql<boolean>`person.id not in (select closing_people())`)
    .orderBy('person.name')
    .limit(mostFound)
    .select(['person.id', 'person.name', 'job_title as jobTitle'])
    .execute()
}

export type AskedDelegation = Omit<Delegation, 'at'>

/** False where this form made it already. */
export async function insertDelegation(db: Transaction, asked: AskedDelegation): Promise<boolean> {
  const { id: delegatorId, organisation, ...delegatorShown } = asked.delegator
  const { id: workerId, organisation: workerAt, ...workerShown } = asked.worker
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('delegation')
    .values({
      ...{ id: asked.id, offer_id: asked.offerId, edition: asked.edition, task: asked.task },
      ...{ title: asked.title, codes: [...asked.codes], delegator_id: delegatorId, organisation },
      delegator_shown: JSON.stringify(delegatorShown),
      ...{ worker_id: workerId, worker_at: workerAt ?? null },
      worker_shown: JSON.stringify(workerShown),
      ...{ arrangement: asked.arrangement, employer_agreed_on: asked.employerAgreedOn ?? null },
      ...{ words: asked.words, consent: asked.consent, supervision: asked.supervision },
      consent_because: asked.consentBecause ?? null,
      ...{ starts_on: asked.startsOn, review_on: asked.reviewOn, seen: JSON.stringify(asked.seen) },
    })
    .onConflict((conflict) => conflict.columns(['offer_id', 'task']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

function delegations(db: Transaction) {
  return db
    .selectFrom('delegation')
    .leftJoin(
      (query) =>
        query
          .selectFrom('delegation_handover')
          .where('outcome', '=', 'taken')
          .distinctOn('delegation_id')
          .orderBy('delegation_id')
          .orderBy('answered_at', 'desc')
          .select(['delegation_id', 'to_id', 'taken_shown'])
          .as('taken'),
      (join) => join.onRef('taken.delegation_id', '=', 'delegation.id'),
    )
    .selectAll('delegation')
    .select(['taken.to_id', 'taken.taken_shown'])
}

type Row = Awaited<ReturnType<ReturnType<typeof delegations>['execute']>>[number]

function delegationOf(row: Row): Delegation {
  const shown = row.taken_shown ?? row.delegator_shown
  return {
    ...{ id: row.id, offerId: row.offer_id, edition: row.edition, task: row.task },
    ...{ title: row.title, codes: row.codes, words: row.words, seen: row.seen, at: row.at },
    delegator: { ...shown, id: row.to_id ?? row.delegator_id, organisation: row.organisation },
    worker: { ...row.worker_shown, id: row.worker_id, organisation: row.worker_at ?? undefined },
    // Check constraints allow only these.
    arrangement: row.arrangement as Arrangement,
    consent: row.consent as Consent,
    supervision: row.supervision as Supervision,
    consentBecause: row.consent_because ?? undefined,
    employerAgreedOn: row.employer_agreed_on ?? undefined,
    ...{ startsOn: row.starts_on, reviewOn: row.review_on },
  }
}

/** As one of those in it. Throws NotFound for everybody else. */
export async function getDelegation(db: Transaction, id: string): Promise<Delegation> {
  const row = await delegations(db).where('delegation.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`delegation ${id}`)
  return delegationOf(row)
}

export async function listDelegationsTo(
  db: Transaction,
  { workerId }: { readonly workerId: string },
): Promise<Delegation[]> {
  const rows = await delegations(db)
    .where('worker_id', '=', workerId)
    .orderBy('delegation.at', 'desc')
    .execute()
  return rows.map(delegationOf)
}

/** Those that somebody asked for, and has not handed over; and those that they took over. */
export async function listDelegationsBy(
  db: Transaction,
  { delegatorId }: { readonly delegatorId: string },
): Promise<Delegation[]> {
  const rows = await delegations(db)
    .where((eb) => eb.or([eb('delegator_id', '=', delegatorId), eb('to_id', '=', delegatorId)]))
    .where(sql<boolean>`coalesce(taken.to_id, delegator_id) = ${delegatorId}`)
    .orderBy('delegation.at', 'desc')
    .execute()
  return rows.map(delegationOf)
}

/** Where a worker's employer is asked too. */
export async function listDelegationsAt(
  db: Transaction,
  { employers }: { readonly employers: readonly string[] },
): Promise<Delegation[]> {
  if (employers.length === 0) return []
  const rows = await delegations(db)
    .where('arrangement', '=', 'other-employer')
    .where('worker_at', 'in', [...employers])
    .orderBy('delegation.at', 'desc')
    .execute()
  return rows.map(delegationOf)
}

/** As the job that looks at them: all that were said yes to and are not over. */
export async function listOpenDelegations(db: Transaction): Promise<Delegation[]> {
  const rows = await delegations(db)
    .where(sql<boolean>`delegation_has(delegation.id, '{accepted}')`)
    .where(sql<boolean>`not delegation_has(delegation.id, '{withdrawn,given-back,not-agreed}')`)
    .orderBy('delegation.id')
    .execute()
  return rows.map(delegationOf)
}

/** Who in each is gone: a registrant who may no longer delegate there, or a worker who left. */
export async function listGone(
  db: Transaction,
  { delegationIds }: { readonly delegationIds: readonly string[] },
): Promise<ReadonlyMap<string, Gone>> {
  if (delegationIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; gone: Gone | null }>`
    select id, who_is_gone(id) as gone from unnest(${[...delegationIds]}::uuid[]) as id`.execute(db)
  return new Map(rows.flatMap(({ id, gone }) => (gone === null ? [] : [[id, gone] as const])))
}

/** As `job:weekly-letter`: whose tasks are looked at again between two days. */
export async function countDelegationsDue(
  db: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Omit<DueCount, 'kind'>[]> {
  const { rows } = await sql<Omit<DueCount, 'kind'>>`
    select person_id as "personId", count, first_on as "firstOn"
    from count_delegations_due(${from}::date, ${to}::date)`.execute(db)
  return rows
}

export async function listSteps(
  db: Transaction,
  { delegationIds }: { readonly delegationIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Step[]>> {
  if (delegationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('delegation_step')
    .leftJoin('delegation_reason', 'step_id', 'delegation_step.id')
    .where('delegation_step.delegation_id', 'in', [...delegationIds])
    .orderBy('at')
    .select([
      'delegation_step.id',
      'delegation_step.delegation_id as delegationId',
      'kind',
      'codes',
    ])
    .select(['delegation_step.by_id as byId', 'day', 'at', 'why'])
    .execute()
  const steps = rows.map(({ kind, byId, day, why, ...row }) => ({
    ...row,
    // A check constraint allows only these.
    kind: kind as StepKind,
    ...{ byId: byId ?? undefined, day: day ?? undefined, why: why ?? undefined },
  }))
  return Map.groupBy(steps, ({ delegationId }) => delegationId)
}

export interface TakenStep {
  readonly delegationId: string
  readonly kind: StepKind
  readonly byId?: string | undefined
  readonly codes?: readonly string[] | undefined
  readonly day?: string | undefined
  readonly why?: string | undefined
}

export async function insertStep(db: Transaction, step: TakenStep): Promise<void> {
  const { delegationId, kind, byId, codes = [], day, why } = step
  const id = randomUUID()
  await db
    .insertInto('delegation_step')
    .values({
      ...{ id, delegation_id: delegationId, kind, by_id: byId ?? null },
      ...{ codes: [...codes], day: day ?? null },
    })
    .execute()
  if (why === undefined || byId === undefined) return
  await db
    .insertInto('delegation_reason')
    .values({ step_id: id, delegation_id: delegationId, by_id: byId, why })
    .execute()
}

/** One address each of the others in it. */
export async function listAddresses(
  db: Transaction,
  { delegationId }: { readonly delegationId: string },
): Promise<readonly { readonly part: string; readonly address: string }[]> {
  const { rows } = await sql<{ part: string; address: string }>`
    select part, address from addresses_in_delegation(${delegationId})`.execute(db)
  return rows
}
