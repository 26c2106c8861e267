/** A supervision that goes on, with a session, an appraisal and its plan. */
import { randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName, owners } from './people.ts'

export async function insertSupervision({ database }: TestSite, owner: OwnerName) {
  const { superuserClient } = database
  const { organisation, assessor } = owners[owner]
  const [worker, supervisor] = [members[owner].id, members[assessor].id]
  const [supervising, session, action] = [randomUUID(), randomUUID(), randomUUID()]
  const [appraisal, planItem] = [randomUUID(), randomUUID()]
  const put = (sql: string, ...values: unknown[]) => superuserClient.query(sql, values)
  const words = wordsOf(owner, 'supervision')
  await put(
    `insert into supervising (id, worker_id, supervisor_id, organisation, asked_by)
      values ($1, $2, $3, $4, $2)`,
    ...[supervising, worker, supervisor, organisation],
  )
  await put(
    `update supervising set supervisor_agreed_at = now(), began_on = current_date - 9
      where id = $1`,
    supervising,
  )
  await put(
    `insert into supervision_session
        (id, supervising_id, worker_id, supervisor_id, organisation, planned_on, made_by,
          happened_on, minutes)
      values ($1, $2, $3, $4, $5, current_date, $3, current_date, 45)`,
    ...[session, supervising, worker, supervisor, organisation],
  )
  await put(
    `insert into supervision_agenda (session_id, key, words, added_by)
      values ($1, 'words:one', $2, $3)`,
    ...[session, words, worker],
  )
  await put(
    `insert into supervision_note (session_id, author_id, version, words) values ($1, $2, 1, $3)`,
    ...[session, worker, words],
  )
  await put(
    `insert into supervision_correction (id, session_id, author_id, words)
      values (gen_random_uuid(), $1, $2, $3)`,
    ...[session, worker, words],
  )
  await put(
    `insert into supervision_reflection (id, session_id, person_id, words)
      values (gen_random_uuid(), $1, $2, $3)`,
    ...[session, worker, wordsOf(owner, 'reflection')],
  )
  await put(
    `insert into supervision_action (id, supervising_id, session_id) values ($1, $2, $3)`,
    ...[action, supervising, session],
  )
  await put(
    `insert into supervision_action_version (action_id, version, words, doer, state, changed_by)
      values ($1, 1, $2, 'worker', 'open', $3)`,
    ...[action, words, worker],
  )
  await put(
    `insert into appraisal (id, supervising_id, worker_id, supervisor_id, organisation, begun_by,
        shared_at, meeting_on, review_on)
      values ($1, $2, $3, $4, $5, $3, now(), current_date, current_date + 180)`,
    ...[appraisal, supervising, worker, supervisor, organisation],
  )
  await put(
    `insert into appraisal_words (appraisal_id, author_id, part, version, answers)
      values ($1, $2, 'preparation', 1, $3), ($1, $2, 'meeting', 1, $4)`,
    ...[appraisal, worker, JSON.stringify({ wentWell: words }), JSON.stringify({ talked: words })],
  )
  await put(
    `insert into plan_item (item_id, version, appraisal_id, kind, words, state, changed_by)
      values ($1, 1, $2, 'goal', $3, 'planned', $4)`,
    ...[planItem, appraisal, words, worker],
  )
  return { supervising, supervisionSession: session, agreedAction: action, appraisal, planItem }
}
