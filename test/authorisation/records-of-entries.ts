/**
 * What an owner put in their passport themselves, and the evidence of it: made as the pages make it. One
 * piece is shown with the request that is open.
 */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../src/actor.ts'
import { asActor } from '../../src/database/as-actor.ts'
import { addEntry } from '../../src/passports/entries/entries-actions.ts'
import { addEvidence } from '../../src/passports/evidence/evidence-actions.ts'
import { insertShownEvidence } from '../../src/passports/evidence-shown/shown-evidence-store.ts'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName } from './people.ts'

export async function insertEntries({ site }: TestSite, owner: OwnerName, openRequest: string) {
  const [entry, evidence, evidenceNote] = [randomUUID(), randomUUID(), randomUUID()]
  const evidenceShown = randomUUID()
  const { id, name } = members[owner]
  const person: Person = { kind: 'person', id, name, permissions: [] }
  const draft = {
    ...({ kind: 'volunteering', title: wordsOf(owner, 'entry'), private: false } as const),
    ...{ edition: 'ahp-support-worker/2026', codes: [], facts: { organisation: 'A charity' } },
  }
  await addEntry(site.db, person, { id: entry, draft, again: false })
  const about = { entryId: entry }
  const file = { type: 'image/jpeg', bytes: Buffer.from('a picture'), scan: 'clean' } as const
  const words = wordsOf(owner, 'evidence')
  await addEvidence(site, person, { id: evidence, about, words, file })
  await addEvidence(site, person, { id: evidenceNote, about, words })
  await addEvidence(site, person, {
    ...{ id: evidenceShown, about, file },
    words: wordsOf(owner, 'evidence-shown'),
  })
  const shown = { requestId: openRequest, holderId: id, evidence: [evidenceShown] }
  await asActor(site.db, person, (db) => insertShownEvidence(db, shown))
  return { entry, evidence, evidenceNote, evidenceShown }
}
