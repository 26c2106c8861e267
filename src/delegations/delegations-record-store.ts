/** All that delegations keep about one person, as they may read it themselves; and how it goes. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Whose } from '../personal-record.ts'

export function listAllAsked(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation')
    .innerJoin('organisation', 'organisation.slug', 'delegation.organisation')
    .where('worker_id', '=', personId)
    .orderBy('delegation.at')
    .select(['delegation.id', 'title', 'codes', 'organisation.name as organisationName', 'words'])
    .select(['supervision', 'consent', 'consent_because as because', 'arrangement'])
    .select(['starts_on as startsOn', 'review_on as reviewOn', 'delegation.at', 'seen'])
    .select(['delegator_shown as delegator', 'employer_agreed_on as employerAgreedOn'])
    .execute()
}

/** Without whom it was asked of: that is the other person's record. */
export function listAllGiven(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation')
    .innerJoin('organisation', 'organisation.slug', 'delegation.organisation')
    .where('delegator_id', '=', personId)
    .orderBy('delegation.at')
    .select(['delegation.id', 'title', 'organisation.name as organisationName', 'words'])
    .select(['supervision', 'starts_on as startsOn', 'review_on as reviewOn', 'delegation.at'])
    .execute()
}

/** What they did themselves, and what happened to what was asked of them. */
export function listAllSteps(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation_step as step')
    .innerJoin('delegation', 'delegation.id', 'step.delegation_id')
    .leftJoin('delegation_reason as reason', 'reason.step_id', 'step.id')
    .where((eb) => eb.or([eb('step.by_id', '=', personId), eb('worker_id', '=', personId)]))
    .orderBy('step.at')
    .select(['step.delegation_id as delegationId', 'title', 'step.kind', 'step.codes', 'step.day'])
    .select(['step.at', 'why'])
    .select(sql<boolean>`step.by_id is not distinct from ${personId}::uuid`.as('byYou'))
    .execute()
}

export function listAllStandings(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation_standing as shown')
    .innerJoin('delegation', 'delegation.id', 'shown.delegation_id')
    .where('worker_id', '=', personId)
    .orderBy('shown.at')
    .select(['delegation_id as delegationId', 'title', 'statements', 'shown.at'])
    .execute()
}

export function listAllHandovers(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation_handover')
    .where((eb) =>
      eb.or([
        eb('from_id', '=', personId),
        eb('to_id', '=', personId),
        eb('asked_by', '=', personId),
      ]),
    )
    .orderBy('at')
    .select(['delegation_id as delegationId', 'at', 'outcome', 'answered_at as answeredAt'])
    .select(sql<boolean>`to_id = ${personId}`.as('toYou'))
    .execute()
}

export function listAllOpenings(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation_opening')
    .where((eb) => eb.or([eb('worker_id', '=', personId), eb('opened_by', '=', personId)]))
    .orderBy('made_at')
    .select(['made_at as madeAt', 'expires_at as expiresAt', 'opened_at as openedAt'])
    .select('ended_at as endedAt')
    .select(sql<boolean>`worker_id = ${personId}`.as('yours'))
    .execute()
}

export function listAllLocalTasks(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation_addon')
    .innerJoin('organisation', 'organisation.slug', 'delegation_addon.organisation')
    .where('made_by', '=', personId)
    .orderBy('made_at')
    .select(['title', 'about', 'codes', 'organisation.name as organisationName'])
    .select(['made_at as madeAt', 'ends_on as endsOn', 'taken_out_at as takenOutAt'])
    .execute()
}

/** How many that were taken on stay with whoever answers for them. */
export function countTaken(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('delegation')
    .innerJoin('organisation', 'organisation.slug', 'delegation.organisation')
    .where((eb) => eb.or([eb('worker_id', '=', personId), eb('delegator_id', '=', personId)]))
    .where(sql<boolean>`delegation_has(delegation.id, '{accepted}')`)
    .groupBy('organisation.name')
    .orderBy('organisation.name')
    .select(['organisation.name as organisationName'])
    .select(sql<number>`count(*)::integer`.as('count'))
    .execute()
}

export async function eraseDelegations(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_delegations(${personId})`.execute(db)
}

export function endDelegations(db: Transaction, before: Date): Promise<number> {
  return end(db, 'end_delegations', before)
}

export function endDelegationsNotTaken(db: Transaction, before: Date): Promise<number> {
  return end(db, 'end_delegations_not_taken', before)
}

export function endDelegationCodes(db: Transaction, before: Date): Promise<number> {
  return end(db, 'end_delegation_openings', before)
}

export function endLocalTasks(db: Transaction, before: Date): Promise<number> {
  return end(db, 'end_delegation_addons', before)
}

/** How many there were. */
async function end(db: Transaction, name: string, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select ${sql.ref(name)}(${before}) as gone`.execute(
    db,
  )
  return Number(rows[0]?.gone ?? 0)
}
