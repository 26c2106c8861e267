import { randomBytes, randomUUID } from 'node:crypto'
import * as audit from '../../../src/audit/audit-store.ts'
import * as batches from '../../../src/audit/batches-store.ts'
import * as ownEvents from '../../../src/audit/own-events-store.ts'
import * as viewings from '../../../src/audit/viewings-store.ts'
import * as letters from '../../../src/mail/demonstration-store.ts'
import { members } from '../people.ts'
import { firstKey } from '../records-of-audit.ts'
import { jobNames, type StoreRules } from '../store-rule.ts'

const sealing = { may: [], jobs: ['seal-audit'] } as const
const readsSeals = { may: [], jobs: ['seal-audit', 'verify-audit'] } as const

export const auditStores: Readonly<Record<string, StoreRules>> = {
  'src/audit/audit-store.ts': {
    // Everybody's acts are noted as their own; the row says who acted.
    recordEvent: {
      may: ['signed-in'],
      of: ['holder'],
      writes: (db, { personId }, actor) =>
        audit.recordEvent(
          db,
          actor === 'nobody'
            ? { kind: 'person', id: personId, name: 'Forged', permissions: [] }
            : { kind: 'person', id: members[actor].id, name: 'Somebody', permissions: [] },
          'audit.searched',
          `person:${personId}`,
        ),
    },
  },
  'src/audit/batches-store.ts': {
    lockSealing: { locks: (db) => batches.lockSealing(db) },
    listWaitingEvents: {
      ...sealing,
      of: ['holder'],
      jobs: ['seal-audit', 'verify-audit'],
      reads: (db) => batches.listWaitingEvents(db, 10),
    },
    insertBatch: {
      ...sealing,
      of: ['holder'],
      writes: (db) =>
        batches.insertBatch(db, {
          ...{ number: 3, events: 1, root: '11'.repeat(32), previous: '11'.repeat(32) },
          ...{ from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', key: firstKey },
          ...{ sealedAt: '2026-01-01T00:00:00Z', signature: randomBytes(64) },
        }),
    },
    insertSeals: {
      ...sealing,
      of: ['holder'],
      writes: (db, { waitingEvent }) => batches.insertSeals(db, 2, [waitingEvent]),
    },
    // Heads of batches hold no event, and are for whoever checks them.
    findLastBatch: { open: (db) => batches.findLastBatch(db) },
    listBatches: { open: (db) => batches.listBatches(db, { after: 0, limit: 9 }) },
    listSealedEvents: {
      ...readsSeals,
      of: ['holder'],
      reads: (db) => batches.listSealedEvents(db, { from: 1, to: 9 }),
    },
    findSeal: { ...readsSeals, reads: (db, { sealedEvent }) => batches.findSeal(db, sealedEvent) },
    countUnsealed: {
      ...readsSeals,
      of: ['holder'],
      may: ['signed-in'],
      jobs: ['seal-audit', 'verify-audit', 'load-content'],
      reads: async (db) => (await batches.countUnsealed(db)).count,
    },
    listAuditKeys: { open: (db) => batches.listAuditKeys(db) },
    insertAuditKey: {
      ...sealing,
      of: ['holder'],
      writes: (db) =>
        batches.insertAuditKey(
          db,
          {
            ...{ id: 'cd'.repeat(32), publicKey: randomBytes(32) },
            ...{ endorsedBy: firstKey, endorsement: randomBytes(64) },
          },
          randomBytes(60),
        ),
    },
    getSealedAuditKey: {
      ...sealing,
      of: ['holder'],
      reads: (db) => batches.getSealedAuditKey(db, firstKey),
    },
  },
  'src/audit/own-events-store.ts': {
    listEventsOf: {
      may: ['owner', 'manager'],
      jobs: ['seal-audit', 'verify-audit'],
      reads: (db, { personId }) => ownEvents.listEventsOf(db, { personId }),
    },
  },
  'src/audit/viewings-store.ts': {
    // Noted as oneself: what stands in the name of another is refused.
    recordViewing: {
      may: ['assessor'],
      writes: (db, { personId, assessorId, organisation }) =>
        viewings.recordViewing(db, {
          viewer: { kind: 'person', id: assessorId, name: 'Somebody', permissions: [] },
          ...{ holderId: personId, organisation, what: 'request', subjectId: randomUUID() },
        }),
    },
    recordViewings: {
      may: ['assessor'],
      writes: (db, { personId, assessorId, organisation }) =>
        viewings.recordViewings(db, [
          {
            viewer: { kind: 'person', id: assessorId, name: 'Somebody', permissions: [] },
            ...{ holderId: personId, organisation, what: 'request', subjectId: randomUUID() },
          },
        ]),
    },
  },
  'src/mail/demonstration-store.ts': {
    // Whoever acts may post one; nobody but the post box reads it.
    insertShownLetter: {
      may: ['anybody'],
      jobs: jobNames,
      link: true,
      of: ['holder'],
      writes: (db) =>
        letters.insertShownLetter(db, { to: 'a@example.org', subject: 's', text: 't' }),
    },
    listShownLetters: {
      may: [],
      jobs: ['demonstration-post'],
      of: ['holder'],
      reads: (db) => letters.listShownLetters(db),
    },
    endShownLetters: {
      may: [],
      jobs: ['enforce-retention'],
      of: ['holder'],
      writes: (db) => letters.endShownLetters(db, new Date(Date.now() + 9e10)),
    },
  },
}
