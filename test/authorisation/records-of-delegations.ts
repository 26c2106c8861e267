/** Tasks that an owner's assessor delegates: asked, taken on, refused, and being handed over. */
import { randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName, owners } from './people.ts'

export interface DelegatedRecord {
  readonly askedTask: string
  readonly takenTask: string
  readonly refusedTask: string
  /** Its next registrant is whoever issues there. */
  readonly handedTask: string
  readonly handover: string
  readonly opening: string
  readonly localTask: string
  readonly managerId: string
  readonly issuerId: string
}

export async function insertDelegations(
  { database }: TestSite,
  owner: OwnerName,
  codes: readonly string[],
): Promise<DelegatedRecord> {
  const { organisation, assessor, issuer, manager } = owners[owner]
  const [worker, delegator] = [members[owner].id, members[assessor].id]
  const put = (sql: string, ...values: unknown[]) => database.superuserClient.query(sql, values)
  const [askedTask, takenTask, refusedTask, handedTask] = ids(4)
  const [endedTask, said] = ids(4)
  const [handover, opening, localTask, reason] = ids(4)
  for (const id of [askedTask, takenTask, refusedTask, handedTask, endedTask]) {
    await put(
      `insert into delegation (id, offer_id, edition, task, title, codes, delegator_id, organisation,
          delegator_shown, worker_id, worker_at, worker_shown, arrangement, words, consent,
          supervision, starts_on, review_on, seen)
        values ($1, $1, 'ahp-support-worker/2026', 'observations', 'Take observations', $2, $3, $4,
          '{"name":"The delegator"}', $5, $4, '{"name":"The worker"}', 'same-employer',
          'Count and write it down.', 'given', 'nearby', current_date, current_date + 60, '[]')`,
      ...[id, codes, delegator, organisation, worker],
    )
  }
  await put(
    `insert into delegation_step (id, delegation_id, kind, by_id)
      values ($7, $1, 'accepted', $4), (gen_random_uuid(), $2, 'accepted', $4),
        ($5, $3, 'refused', $4), (gen_random_uuid(), $6, 'accepted', $4),
        (gen_random_uuid(), $6, 'given-back', $4)`,
    ...[takenTask, handedTask, refusedTask, worker, reason, endedTask, said],
  )
  await put(
    `insert into delegation_reason (step_id, delegation_id, by_id, why) values ($1, $2, $5, $6), ($3, $4, $5, $6)`,
    ...[reason, refusedTask, said, takenTask, worker, wordsOf(owner, 'refusal')],
  )
  await put(
    `insert into delegation_standing (id, delegation_id, shown_to, statements)
      values (gen_random_uuid(), $1, $2, '[]')`,
    ...[takenTask, delegator],
  )
  await put(
    `insert into delegation_handover (id, delegation_id, from_id, to_id, asked_by)
      values ($1, $2, $3, $4, $3)`,
    ...[handover, handedTask, delegator, members[issuer].id],
  )
  await put(
    `insert into delegation_opening (id, worker_id, worker_at, code_hash, expires_at)
      values ($1, $2, $3, decode(md5(random()::text), 'hex'), now() + interval '7 days')`,
    ...[opening, worker, organisation],
  )
  await put(
    `insert into delegation_addon (id, organisation, title, about, edition, codes, ends_on, made_by)
      values ($1, $2, 'Pool steps', 'Looking at rails.', 'ahp-support-worker/2026', '{3.11-entry}',
        current_date + 30, $3)`,
    ...[localTask, organisation, members[manager].id],
  )
  return {
    ...{ askedTask, takenTask, refusedTask, handedTask, handover, opening, localTask },
    ...{ managerId: members[manager].id, issuerId: members[issuer].id },
  }
}

function ids(count: 4): [string, string, string, string] {
  // As many as were asked for.
  return Array.from({ length: count }, () => randomUUID()) as [string, string, string, string]
}
