import { randomUUID } from 'node:crypto'
import * as record from '../../../src/passports/entries/entries-record-store.ts'
import * as entries from '../../../src/passports/entries/entries-store.ts'
import * as evidence from '../../../src/passports/evidence/evidence-store.ts'
import * as shown from '../../../src/passports/evidence-shown/shown-evidence-store.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
/** Of what is shown with an open request. */
const shownTo = { may: ['owner', 'assessor'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const holder = ({ personId }: WorldRecord) => ({ holderId: personId })
const theEntry = (of: WorldRecord) => ({ id: of.entry, ...holder(of) })
const theEvidence = (of: WorldRecord) => ({ id: of.evidence, ...holder(of) })
const draft = {
  ...({ kind: 'volunteering', title: 'Drove people', private: false } as const),
  ...{ edition: 'ahp-support-worker/2026', codes: [], facts: {} },
}

export const entriesStores: Readonly<Record<string, StoreRules>> = {
  'src/passports/entries/entries-store.ts': {
    listEntries: { ...owner, reads: (db, of) => entries.listEntries(db, holder(of)) },
    getEntry: { ...owner, reads: (db, of) => entries.getEntry(db, theEntry(of)) },
    listEntryVersions: { ...owner, reads: (db, of) => entries.listEntryVersions(db, theEntry(of)) },
    countEntries: { ...owner, reads: (db, of) => entries.countEntries(db, holder(of)) },
    insertEntry: {
      ...owner,
      writes: (db, of) => entries.insertEntry(db, { id: randomUUID(), ...holder(of) }, draft),
    },
    insertEntryVersion: {
      ...owner,
      writes: (db, of) => entries.insertEntryVersion(db, { ...theEntry(of), version: 9 }, draft),
    },
    removeEntry: { ...owner, writes: (db, of) => entries.removeEntry(db, theEntry(of)) },
  },
  'src/passports/entries/entries-record-store.ts': {
    listAllEntries: { ...owner, reads: (db, of) => record.listAllEntries(db, whose(of)) },
    listAllEvidence: { ...shownTo, reads: (db, of) => record.listAllEvidence(db, whose(of)) },
    eraseEntries: { may: [], writes: (db, of) => record.eraseEntries(db, whose(of)) },
  },
  'src/passports/evidence/evidence-store.ts': {
    listEvidence: { ...shownTo, reads: (db, of) => evidence.listEvidence(db, holder(of)) },
    getEvidence: { ...owner, reads: (db, of) => evidence.getEvidence(db, theEvidence(of)) },
    countEvidence: {
      ...shownTo,
      reads: async (db, of) => (await evidence.countEvidence(db, holder(of))).count,
    },
    insertEvidence: {
      ...owner,
      writes: (db, of) =>
        evidence.insertEvidence(
          db,
          { id: randomUUID(), ...holder(of) },
          { about: { entryId: of.entry }, words: 'A note' },
        ),
    },
    insertEvidenceFile: {
      ...owner,
      writes: (db, of) =>
        evidence.insertEvidenceFile(
          db,
          { id: of.evidenceNote, ...holder(of) },
          { sealedKey: Buffer.alloc(60), sealed: Buffer.alloc(9) },
        ),
    },
    getEvidenceFile: { ...owner, reads: (db, of) => evidence.getEvidenceFile(db, theEvidence(of)) },
    removeEvidence: { ...owner, writes: (db, of) => evidence.removeEvidence(db, theEvidence(of)) },
  },
  'src/passports/evidence-shown/shown-evidence-store.ts': {
    insertShownEvidence: {
      ...owner,
      writes: (db, of) =>
        shown.insertShownEvidence(db, {
          ...{ requestId: of.openRequest, ...holder(of), evidence: [of.evidenceNote] },
        }),
    },
    listAllShown: { ...shownTo, reads: (db, of) => shown.listAllShown(db, whose(of)) },
    eraseShownEvidence: { may: [], writes: (db, of) => shown.eraseShownEvidence(db, whose(of)) },
  },
}
