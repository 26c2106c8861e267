/** A draft of the steward for each owner, who is its editor: begun as the pages begin it. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../src/actor.ts'
import { beginDraft } from '../../src/frameworks/authoring/drafts-actions.ts'
import { readEditionContent } from '../../src/frameworks/frameworks-content.ts'
import { listEditions } from '../../src/frameworks/frameworks-store.ts'
import type { TestSite } from '../site.ts'
import { members, type OwnerName } from './people.ts'

/** A comment and a waiver in it, somebody asked to it, and a round of review that is over. */
async function insertReview(
  { superuserClient }: TestSite['database'],
  { draft, owner, steward }: { draft: string; owner: string; steward: string },
) {
  const [draftComment, draftWaiver, draftInvitation] = [randomUUID(), randomUUID(), randomUUID()]
  const insert = (query: string, values: readonly unknown[]) =>
    superuserClient.query(query, [...values])
  await insert(
    `with said as (insert into draft_comment (id, draft_id, thing, words, by)
        values ($1, $2, 'edition', 'Is this plain?', $3) returning id)
      insert into draft_comment_state (comment_id, state, by) select id, 'reopened', $3 from said`,
    [draftComment, draft, owner],
  )
  await insert(
    `insert into draft_waiver (id, draft_id, code, target, quote, reason, by)
      values ($1, $2, 'no-such-check', 'edition/title', '', 'It stands', $3)`,
    [draftWaiver, draft, steward],
  )
  await insert(
    `insert into email_address (id, person_id, address, kind, confirmed_at)
      select gen_random_uuid(), $1::uuid, $2 || '@example.org', 'personal', now()
      where not exists (select from email_address where person_id = $1::uuid and ends_on is null)`,
    [owner, owner],
  )
  await insert(
    `insert into draft_invitation (id, draft_id, role, address_digest, asked_by)
      select $1::uuid, $2::uuid, 'reviewer', sha256(convert_to(address || ':' || $5, 'UTF8')),
        $4::uuid
      from email_address where person_id = $3::uuid and ends_on is null limit 1`,
    [draftInvitation, draft, owner, steward, draftInvitation],
  )
  await insert(
    `with round as (insert into draft_review (draft_id, round, revision, asked_by)
        values ($1, 1, 1, $2) returning draft_id),
      answered as (insert into draft_review_answer (draft_id, round, revision, answer, by)
        values ($1, 1, 1, 'ready', $2))
      insert into draft_approval (draft_id, revision, version, by)
        select draft_id, 1, 'an-old-name', $2 from round`,
    [draft, steward],
  )
  return { draftComment, draftWaiver, draftInvitation }
}

export async function insertDrafts({ site, database }: TestSite, owner: OwnerName) {
  const { id, name, organisation } = members.steward
  const permissions = [{ organisation, permission: 'steward-framework' as const }]
  const steward: Person = { kind: 'person', id, name, permissions }
  const [smallest = ''] = (await listEditions(site.db))
    .map(({ ref }) => ref)
    .filter((ref) => ref.startsWith('four-pillars/'))
  const { edition: from } = readEditionContent(smallest)
  const draft = await beginDraft(site.db, steward, {
    ...{ organisation, from },
    name: { slug: 'four-pillars', version: `next-${owner}` },
  })
  await database.superuserClient.query(
    `insert into draft_person (draft_id, person_id, role, asked_by) values ($1, $2, 'editor', $3)`,
    [draft, members[owner].id, id],
  )
  await database.superuserClient.query(
    `with fate as (
        insert into draft_fate (draft_id, from_code, number, fate, to_codes, texts_digest, decided_by)
        values ($1, '1.1-entry', 1, 'unchanged', '{1.1-entry}', 'none', $2))
      insert into draft_reconfirm_by (draft_id, number, reconfirm_by, decided_by)
        values ($1, 1, '2099-01-01', $2)`,
    [draft, members[owner].id],
  )
  const draftImport = randomUUID()
  await database.superuserClient.query(
    `insert into draft_import (id, draft_id, kind, content) values ($1, $2, 'workbook', $3)`,
    [draftImport, draft, JSON.stringify({ domains: from.domains })],
  )
  const review = await insertReview(database, { draft, owner: members[owner].id, steward: id })
  return { draft, draftImport, ...review }
}
