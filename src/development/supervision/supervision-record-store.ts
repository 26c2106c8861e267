/** All that supervision keeps about one person, as they may read it themselves; and how it goes. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** With the supervisor's name for the worker, and without the worker's for the supervisor. */
export async function listAllSupervisings(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{
    id: string
    part: string
    supervisorName: string | null
    organisationName: string
    askedAt: Date
    beganOn: string | null
    endedOn: string | null
    showsEarlier: boolean
  }>`
    select held.id, case when worker_id = ${personId} then 'worker' else 'supervisor' end as part,
      case when worker_id = ${personId} then name_in_supervising(held.id, supervisor_id) end
        as "supervisorName",
      organisation.name as "organisationName", asked_at as "askedAt", began_on as "beganOn",
      held.ended_on as "endedOn", shows_earlier as "showsEarlier"
    from supervising held join organisation on slug = held.organisation
    where ${personId} in (worker_id, supervisor_id) order by asked_at`.execute(db)
  return rows
}

export async function listAllSessions(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{
    id: string
    part: string
    plannedOn: string
    happenedOn: string | null
    minutes: number | null
    workerConfirmedAt: Date | null
    supervisorConfirmedAt: Date | null
  }>`
    select id, case when worker_id = ${personId} then 'worker' else 'supervisor' end as part,
      planned_on as "plannedOn", happened_on as "happenedOn", minutes,
      worker_confirmed_at as "workerConfirmedAt", supervisor_confirmed_at as "supervisorConfirmedAt"
    from supervision_session where ${personId} in (worker_id, supervisor_id)
    order by at`.execute(db)
  return rows
}

/** Of one's own sessions all; of those of others what one put there. */
export async function listAllAgendas(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ sessionId: string; words: string; own: boolean; at: Date }>`
    select session_id as "sessionId", words, added_by = ${personId} as own, point.at
    from supervision_agenda point join supervision_session held on held.id = session_id
    where worker_id = ${personId} or added_by = ${personId} order by point.at`.execute(db)
  return rows
}

export async function listAllSupervisionNotes(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{ sessionId: string; words: string; own: boolean; at: Date }>`
    select session_id as "sessionId", words, author_id = ${personId} as own, note.at
    from supervision_note note join supervision_session held on held.id = session_id
    where worker_id = ${personId} or author_id = ${personId}
    union all
    select session_id, words, author_id = ${personId}, corrected.at
    from supervision_correction corrected join supervision_session held on held.id = session_id
    where worker_id = ${personId} or author_id = ${personId}
    order by at`.execute(db)
  return rows
}

export function listAllReflections(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('supervision_reflection')
    .where('person_id', '=', personId)
    .orderBy('at')
    .select(['session_id as sessionId', 'words', 'at'])
    .execute()
}

export async function listAllAgreedActions(db: Transaction, { personId }: Whose) {
  const { rows } = await sql<{
    actionId: string
    words: string
    doer: string
    dueOn: string | null
    state: string
    at: Date
  }>`
    select action_id as "actionId", words, doer, due_on as "dueOn", state, written.at
    from supervision_action_version written
    join supervision_action held on held.id = action_id
    join supervising on supervising.id = supervising_id
    where worker_id = ${personId} or changed_by = ${personId}
    order by written.at`.execute(db)
  return rows
}

export async function eraseSupervision(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_supervision(${personId})`.execute(db)
}
