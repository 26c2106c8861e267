/** A steward takes the illustrative draft of 2021, change by change, to the words of 2026. */
import { describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { editionFiles } from '../edition-yaml.ts'
import { readEditionContent } from '../frameworks-content.ts'
import type { Change } from '../model/amendment.ts'
import { applyChange } from '../model/apply-change.ts'
import type { Edition } from '../model/framework.ts'
import { beginDraft, changeDraft } from './drafts-actions.ts'
import { getDraft, listDraftChanges, listThings } from './drafts-store.ts'
import { putTogether } from './model/put-together.ts'

const { site } = await testSite()
const { db } = site
const organisation = members.steward.organisation
const steward: Person = {
  ...personWith(members.steward.id),
  permissions: [{ organisation, permission: 'steward-framework' }],
}
const { edition: published } = readEditionContent('ahp-support-worker/2026')
const { edition: from, derivation } = readEditionContent(
  'ahp-support-worker/2021-consultation-draft',
)
const amendments = derivation?.amendments ?? []

function changed(edition: Edition, change: Change): Edition {
  const outcome = applyChange(edition, change)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome.edition
}

describe('the whole of an edition', () => {
  it('is written change by change, and ends in the files of 2026, byte for byte', async () => {
    const name = { slug: from.slug, version: 'whole' }
    const draft = await beginDraft(db, steward, { organisation, name, from })
    for (const { change } of amendments) {
      const written = await changeDraft(db, steward, draft, (edition) => changed(edition, change))
      expect(written).toBeGreaterThan(0)
    }
    const read = await asActor(db, steward, async (db) => ({
      edition: putTogether(await listThings(db, { draft })),
      changes: await listDraftChanges(db, { draft, most: 10_000 }),
      draft: await getDraft(db, { draft }),
    }))
    const { version, status, published: day } = published
    const files = editionFiles({ ...read.edition, version, status, published: day })
    expect([...files]).toEqual([...editionFiles(published)])
    expect(read.changes.length).toBeGreaterThanOrEqual(amendments.length)
    expect(read.draft.revision).toBe(1 + amendments.length)
  })
})
