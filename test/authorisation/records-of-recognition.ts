/** A set that an owner shares with where they work, decided on and replied to; and an agreement. */
import { randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { members, type OwnerName, owners } from './people.ts'

const edition = 'ahp-support-worker/2026'

export async function insertRecognition(
  { database }: TestSite,
  owner: OwnerName,
  { credential, received }: { readonly credential: string; readonly received: string },
) {
  const { superuserClient } = database
  const { organisation, issuer } = owners[owner]
  const [person, decider] = [members[owner].id, members[issuer].id]
  const other =
    organisation === 'merrowfell-hospitals' ? 'ostlewick-community' : 'merrowfell-hospitals'
  const [
    set,
    setItem,
    decision,
    agreement,
    entry,
    entryItem,
    brought,
    topUpDecision,
    topUpDone,
    topUp,
  ] = Array.from({ length: 10 }, () => randomUUID())
  const put = (sql: string, ...values: unknown[]) => superuserClient.query(sql, values)
  await put(
    `insert into acceptance_policy (id, organisation, version, rules, also_local, from_on, made_by)
      values (gen_random_uuid(), $1, 1, '[]', '{}', current_date - 9, $2) on conflict do nothing`,
    organisation,
    decider,
  )
  await put(
    `insert into acceptance_agreement (id, organisation, other, takes, gives, from_on, review_on, proposed_by)
      values ($1, $2, $3, '[]', '[]', current_date, current_date + 99, $4)`,
    ...[agreement, organisation, other, decider],
  )
  await put(
    `insert into passport_entry (id, holder_id, kind) values ($1, $2, 'training')`,
    entry,
    person,
  )
  await put(
    `insert into passport_entry_version (entry_id, version, holder_id, title, private, edition, codes, facts)
      values ($1, 1, $2, 'Fire safety', false, $3, '{}', '{}')`,
    ...[entry, person, edition],
  )
  await put(
    `insert into recognition_share (id, holder_id, organisation, purpose, ends_on)
      values ($1, $2, $3, 'join', current_date + 9)`,
    ...[set, person, organisation],
  )
  await put(
    `insert into recognition_item (id, share_id, holder_id, organisation, credential_id, entry_id,
        entry_version, received_id)
      values ($1, $2, $3, $4, $5, null, null, null),
        ($9, $2, $3, $4, null, $6, 1, null), ($7, $2, $3, $4, null, null, null, $8)`,
    ...[setItem, set, person, organisation, credential, entry, brought, received, entryItem],
  )
  await put(
    `insert into recognition_decision (id, item_id, share_id, holder_id, organisation, sequence, kind,
        title, verdict, suggested, outcome, decided_by, stepped_up_how, stepped_up_at)
      values ($1, $2, $3, $4, $5, 1, 'sign-off', '3.9', 'valid', 'accept', 'accept', $6,
        'demonstration', now())`,
    ...[decision, setItem, set, person, organisation, decider],
  )
  // One top-up is done, and one is not yet.
  for (const [id, item] of [
    [topUpDone, entryItem],
    [topUpDecision, brought],
  ]) {
    await put(
      `insert into recognition_decision (id, item_id, share_id, holder_id, organisation, sequence,
          kind, title, verdict, suggested, outcome, top_up, decided_by, stepped_up_how, stepped_up_at)
        values ($1, $2, $3, $4, $5, 1, 'training', 'Hoists', 'unknown', 'unknown',
          'accept-with-top-up', 'our hoists', $6, 'demonstration', now())`,
      ...[id, item, set, person, organisation, decider],
    )
  }
  await put(
    `insert into recognition_top_up (id, decision_id, holder_id, organisation, done_on, recorded_by)
      values ($1, $2, $3, $4, current_date, $5)`,
    ...[topUp, topUpDone, person, organisation, decider],
  )
  await put(
    `insert into recognition_reply (id, decision_id, holder_id, organisation, words)
      values (gen_random_uuid(), $1, $2, $3, 'Thank you.')`,
    ...[decision, person, organisation],
  )
  return {
    ...{ set: set ?? '', setItem: setItem ?? '', decision: decision ?? '' },
    ...{ agreement: agreement ?? '', topUpDecision: topUpDecision ?? '' },
    ...{ topUpDone: topUpDone ?? '', topUp: topUp ?? '' },
  }
}
