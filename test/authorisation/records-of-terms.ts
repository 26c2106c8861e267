/** A term changed by the steward in each owner's draft, and what the page of another would send. */
import type { Person } from '../../src/actor.ts'
import { asActor } from '../../src/database/as-actor.ts'
import { listThings } from '../../src/frameworks/authoring/drafts-store.ts'
import { putTogether } from '../../src/frameworks/authoring/model/put-together.ts'
import { keyOf } from '../../src/frameworks/terms/model/show-occurrences.ts'
import { changeTerms } from '../../src/frameworks/terms/terms-actions.ts'
import { decisionOf, viewPlaces } from '../../src/frameworks/terms/terms-forms.ts'
import type { TestSite } from '../site.ts'
import { members } from './people.ts'

export async function insertTerms({ site: { db } }: TestSite, { draft }: { draft: string }) {
  const { id, name, organisation } = members.steward
  const permissions = [{ organisation, permission: 'steward-framework' as const }]
  const steward: Person = { kind: 'person', id, name, permissions }
  const words = [{ before: 'shape', after: 'form' }]
  const termChange = await changeTerms(db, steward, draft, (edition) =>
    decisionOf(edition, viewPlaces(edition, words)),
  )
  const edition = await asActor(db, steward, async (db) =>
    putTogether(await listThings(db, { draft })),
  )
  const { groups } = viewPlaces(edition, [{ before: 'person', after: 'worker' }])
  const termPlaces = groups.flatMap(({ occurrences }) => occurrences.map(keyOf)).join(' ')
  return { termChange: termChange ?? '', termPlaces }
}
