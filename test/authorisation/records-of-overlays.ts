/** What the steward adds to our edition, one for each owner: written and published as the pages do. */
import type { Person } from '../../src/actor.ts'
import {
  addOverlayColumn,
  addOverlayStatement,
  beginOverlay,
  publishOverlay,
  setOverlayCells,
} from '../../src/frameworks/overlays/overlays-actions.ts'
import type { TestSite } from '../site.ts'
import { members, type OwnerName } from './people.ts'

export async function insertOverlays({ site: { db } }: TestSite, owner: OwnerName) {
  const { id, name, organisation } = members.steward
  const permissions = [{ organisation, permission: 'steward-framework' as const }]
  const steward: Person = { kind: 'person', id, name, permissions }
  const overlaySlug = `added-for-${owner}`
  const overlay = await beginOverlay(db, steward, {
    ...{ slug: overlaySlug, organisation, edition: 'ahp-support-worker/2026', kind: 'sector' },
    ...{ title: `Added for ${owner}`, about: '', prefix: 'OWN' },
  })
  await addOverlayStatement(db, steward, overlay, () => ({
    ...{ code: 'OWN-3.9.1-assistant-practitioner', place: 'section/3.9' },
    ...{ level: 'assistant-practitioner', capability: 'line', text: 'Phones the desk first.' },
    ...{ pillars: ['leadership'], parties: [] },
  }))
  await addOverlayColumn(db, steward, overlay, { slug: 'policy', title: 'Policy' })
  await setOverlayCells(db, steward, overlay, [
    { column: 'policy', statement: '3.9-entry', text: 'Number 7', was: '' },
  ])
  await publishOverlay(db, steward, overlay)
  return { overlay, overlaySlug }
}
