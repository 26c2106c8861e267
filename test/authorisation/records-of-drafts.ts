/** A draft of the steward for each owner, who is its editor: begun as the pages begin it. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../src/actor.ts'
import { beginDraft } from '../../src/frameworks/authoring/drafts-actions.ts'
import { readEditionContent } from '../../src/frameworks/frameworks-content.ts'
import { listEditions } from '../../src/frameworks/frameworks-store.ts'
import type { TestSite } from '../site.ts'
import { members, type OwnerName } from './people.ts'

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
  const draftImport = randomUUID()
  await database.superuserClient.query(
    `insert into draft_import (id, draft_id, kind, content) values ($1, $2, 'workbook', $3)`,
    [draftImport, draft, JSON.stringify({ domains: from.domains })],
  )
  return { draft, draftImport }
}
