/** An owner who shows where they work all that can be shown, and what of theirs counts towards it. */
import { randomUUID } from 'node:crypto'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName } from './people.ts'

const edition = 'ahp-support-worker/2026'

export async function insertStanding({ database }: TestSite, owner: OwnerName): Promise<void> {
  const { id, organisation } = members[owner]
  const put = (sql: string, ...values: unknown[]) => database.superuserClient.query(sql, values)
  await put(
    `insert into standing_share (holder_id, organisation, audience, depth, ends_on)
      select $1, $2, audience, 'own-words', current_date + 9
      from unnest(array['managers', 'supervisors']) audience`,
    ...[id, organisation],
  )
  const [entry, received] = [randomUUID(), randomUUID()]
  await put(
    `insert into passport_entry (id, holder_id, kind) values ($1, $2, 'training')`,
    entry,
    id,
  )
  await put(
    `insert into passport_entry_version
        (entry_id, version, holder_id, title, private, edition, codes, facts)
      values ($1, 1, $2, $3, false, $4, '{3.9-entry}', '{}')`,
    ...[entry, id, wordsOf(owner, 'entry'), edition],
  )
  await put(
    `insert into received_credential
        (id, holder_id, fingerprint, form, document, title, kind, said_issuer, looked_at)
      values ($1, $2, sha256($3::text::bytea), 'json', '{}', $4, 'training', $4, now())`,
    ...[received, id, received, wordsOf(owner, 'brought')],
  )
  await put(
    `insert into received_check
        (id, received_id, holder_id, outcome, steps, made_out_to, issuer_name, edition, codes, at)
      values (gen_random_uuid(), $1, $2, 'valid', '[]', 'holder', 'A college', $3, '{3.9-entry}', now())`,
    ...[received, id, edition],
  )
}
