/** What the demonstration's stewards are writing: begun once, and only from an edition that is there. */
import { expect, it } from 'vitest'
import { members } from '../../test/authorisation/people.ts'
import { personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import type { Person } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { listDrafts } from './authoring/drafts-store.ts'
import { readNextEdition } from './authoring/next-edition-content.ts'
import { loadDemonstrationDraft } from './load-demonstration-draft.ts'
import { listFates } from './versions/draft-fates-store.ts'

const { database } = await testSite()
const { db, ownerDb, reset } = database
const { id, organisation } = members.steward
const steward: Person = {
  ...personWith(id),
  permissions: [{ organisation, permission: 'steward-framework' }],
}
const drafts = () => asActor(db, steward, (db) => listDrafts(db))
const plan = readNextEdition()

it('is begun once, with what is decided of it so far', async () => {
  await loadDemonstrationDraft(db)
  await loadDemonstrationDraft(db)
  const begun = await drafts()
  expect(begun).toMatchObject([{ version: plan.version, base: plan.base, state: 'writing' }])
  const draft = begun[0]?.id ?? ''
  const fates = await asActor(db, steward, (db) => listFates(db, { draft }))
  expect(fates.map(({ from }) => from).toSorted()).toEqual(
    plan.fates.map(({ from }) => from).toSorted(),
  )
})

it('is not begun again where a steward has set it aside', async () => {
  await ownerDb.updateTable('draft').set({ state: 'set-aside' }).execute()
  await loadDemonstrationDraft(db)
  expect(await drafts()).toHaveLength(1)
})

it('is not begun where the edition before it is missing', async () => {
  await reset()
  await loadDemonstrationDraft(db)
  expect(await drafts()).toEqual([])
})
