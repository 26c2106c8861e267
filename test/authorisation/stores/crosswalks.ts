import { randomUUID } from 'node:crypto'
import * as record from '../../../src/frameworks/crosswalks/crosswalks-record-store.ts'
import * as crosswalks from '../../../src/frameworks/crosswalks/crosswalks-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const from = 'ahp-support-worker/2026'
const stewards = 'lanyard-stewards'
const idOf = (actor: ActorName) => (actor === 'nobody' ? undefined : members[actor].id)

export const crosswalksStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/crosswalks/crosswalks-record-store.ts': {
    listMappingActs: { open: (db, { personId }) => record.listMappingActs(db, { personId }) },
  },
  'src/frameworks/crosswalks/crosswalks-store.ts': {
    listMappings: { open: (db) => crosswalks.listMappings(db, { from }) },
    getMapping: { open: (db, { mapping }) => crosswalks.getMapping(db, mapping) },
    listLine: { open: (db, { mapping }) => crosswalks.listLine(db, mapping) },
    listFrameworkOwners: { locks: (db) => crosswalks.listFrameworkOwners(db) },
    lockLine: { locks: (db, { mapping }) => crosswalks.lockLine(db, mapping) },
    insertMappings: {
      may: ['steward'],
      jobs: ['load-content'],
      of: ['holder'],
      writes: (db, _, actor) => {
        const [id, by] = [randomUUID(), idOf(actor)]
        return crosswalks.insertMappings(db, [
          {
            ...{ id, line: id, fromEdition: from, toEdition: 'care-certificate/2025' },
            ...{ from: ['3.3'], to: '8', relation: 'related', coverage: 'part', missing: 'Much.' },
            ...{ confidence: 'low', why: 'They touch.' },
            decided: by === undefined ? undefined : { by, for: stewards },
          },
        ])
      },
    },
    insertMappingAnswer: {
      may: ['steward'],
      writes: (db, { mapping, personId }, actor) =>
        crosswalks.insertMappingAnswer(db, {
          ...{ mapping, decidedBy: personId, by: idOf(actor) ?? members.lapsed.id, for: stewards },
          outcome: 'confirmed',
        }),
    },
    insertMappingApproval: {
      tried: {
        file: 'src/frameworks/crosswalks/approve-mapping.test.ts',
        title: 'is refused by the database too',
      },
    },
  },
}
