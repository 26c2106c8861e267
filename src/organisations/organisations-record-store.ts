/** What one person did for the register of organisations, as they may read it themselves. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Whose } from '../personal-record.ts'

export function listOwnOrganisationRequests(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('organisation_request as asked')
    .leftJoin('organisation_request_answer as answer', 'answer.request_id', 'asked.id')
    .where('asked_by', '=', personId)
    .orderBy('asked_at')
    .select(['asked.id', 'asked.organisation', 'asked.name', 'asked.kind', 'asked.nation'])
    .select(['register', 'number', 'domain', 'note', 'asked_at as askedAt'])
    .select(['outcome', 'reason', 'answered_at as answeredAt'])
    .execute()
}

/** By number, kind and day: what it says is the organisation's. */
export async function listActsForRegister(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ did: string; organisation: string; at: Date }>`
    select 'proposed' as did, organisation, proposed_at as at
      from verification_proposal where proposed_by = ${personId}
    union all
    select outcome, organisation, answered_at
      from verification_answer where answered_by = ${personId}
    union all
    select 'withdrew', organisation, withdrawn_at
      from verification_withdrawal join verification_answer using (proposal_id)
      where withdrawn_by = ${personId}
    union all
    select 'recorded', coalesce(part.organisation, ''), recorded_at
      from organisation_event event
      left join organisation_event_part part on part.event_id = event.id
      where recorded_by = ${personId}
    union all
    select 'answered', coalesce(organisation, ''), answered_at
      from organisation_request_answer where answered_by = ${personId}
    union all
    select 'named-manager', organisation, named_at
      from manager_naming where named_by = ${personId}
    order by at`.execute(db)
  return rows
}

export async function eraseOrganisations(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_organisations(${personId})`.execute(db)
}
