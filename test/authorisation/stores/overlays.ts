import { randomUUID } from 'node:crypto'
import type {
  OverlayHead,
  OverlayStatement,
} from '../../../src/frameworks/overlays/model/overlay.ts'
import * as versions from '../../../src/frameworks/overlays/overlay-versions-store.ts'
import * as overlays from '../../../src/frameworks/overlays/overlays-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const steward = { may: ['steward'], of: ['holder'] } as const
const organisation = 'lanyard-stewards'
const idOf = (actor: ActorName) => members[actor === 'nobody' ? 'lapsed' : actor].id
const code = 'OWN-3.9.1-assistant-practitioner'
const statement: OverlayStatement = {
  ...{ code, place: 'section/3.9', level: 'assistant-practitioner', capability: 'line' },
  ...{ text: 'Phones the desk.', pillars: ['leadership'], parties: [] },
}
const head: OverlayHead = {
  ...{ slug: 'quite-another', organisation, edition: 'ahp-support-worker/2026', kind: 'nation' },
  ...{ title: 'Quite another', about: '', prefix: 'ANO' },
}
const cell = { column: 'policy', statement: '3.9-entry' }

export const overlaysStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/overlays/overlays-record-store.ts': {
    listOverlayActs: {
      tried: {
        file: 'src/frameworks/overlays/overlays-routes.test.ts',
        title: 'is known by number to whoever did it, and to nobody else',
      },
    },
  },
  'src/frameworks/overlays/overlays-store.ts': {
    listOverlays: {
      ...steward,
      reads: (db) => overlays.listOverlays(db, { organisations: [organisation] }),
    },
    getOverlay: { ...steward, reads: (db, of) => overlays.getOverlay(db, of) },
    lockOverlay: { ...steward, reads: (db, of) => overlays.lockOverlay(db, of) },
    insertOverlay: {
      ...steward,
      writes: (db, _, actor) =>
        overlays.insertOverlay(db, { ...head, id: randomUUID(), begunBy: idOf(actor) }),
    },
    setOverlay: {
      ...steward,
      writes: (db, of) => overlays.setOverlay(db, of, { edition: 'ahp-support-worker/2027' }),
    },
    insertStatement: {
      ...steward,
      writes: (db, of) =>
        overlays.insertStatement(db, of, { ...statement, code: 'OWN-3.9.2-entry', level: 'entry' }),
    },
    setStatement: {
      ...steward,
      writes: (db, { overlay }) =>
        overlays.setStatement(db, { overlay, revision: 1 }, { ...statement, text: 'Other.' }),
    },
    removeStatement: {
      ...steward,
      writes: (db, { overlay }) => overlays.removeStatement(db, { overlay, code }),
    },
    insertColumn: {
      ...steward,
      writes: (db, { overlay }) =>
        overlays.insertColumn(db, { overlay, position: 2 }, { slug: 'new', title: 'New' }),
    },
    removeColumn: {
      ...steward,
      writes: (db, { overlay }) => overlays.removeColumn(db, { overlay, column: 'policy' }),
    },
    setCell: {
      ...steward,
      writes: (db, of) => overlays.setCell(db, of, { ...cell, text: 'Number 9' }),
    },
    removeCell: { ...steward, writes: (db, of) => overlays.removeCell(db, of, cell) },
  },
  'src/frameworks/overlays/overlay-versions-store.ts': {
    listPublishedOverlays: { open: (db) => versions.listPublishedOverlays(db) },
    getPublishedOverlay: {
      open: (db, { overlaySlug }) => versions.getPublishedOverlay(db, { slug: overlaySlug }),
    },
    listOverlayVersions: { open: (db, of) => versions.listOverlayVersions(db, of) },
    insertOverlayVersion: {
      ...steward,
      writes: (db, { overlay, overlaySlug }, actor) =>
        versions.insertOverlayVersion(db, {
          ...{ overlay, number: 2, by: idOf(actor) },
          content: { ...head, slug: overlaySlug, statements: [], columns: [], cells: [] },
        }),
    },
    insertOverlayWithdrawal: {
      ...steward,
      writes: (db, { overlay }, actor) =>
        versions.insertOverlayWithdrawal(db, {
          ...{ overlay, number: 1, by: idOf(actor), reason: 'Over.' },
        }),
    },
  },
}
