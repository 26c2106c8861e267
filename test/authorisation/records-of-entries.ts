/** What an owner put in their passport themselves, and the evidence of it: made as the pages make it. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../src/actor.ts'
import { addEntry } from '../../src/passports/entries/entries-actions.ts'
import { addEvidence } from '../../src/passports/evidence/evidence-actions.ts'
import type { TestSite } from '../site.ts'
import { wordsOf } from './canary.ts'
import { members, type OwnerName } from './people.ts'

export async function insertEntries({ site }: TestSite, owner: OwnerName) {
  const [entry, evidence, evidenceNote] = [randomUUID(), randomUUID(), randomUUID()]
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
  return { entry, evidence, evidenceNote }
}
