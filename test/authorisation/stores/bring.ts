/** What a holder brings, and originals that others look at. */
import { randomBytes, randomUUID } from 'node:crypto'
import * as record from '../../../src/passports/bring/bring-record-store.ts'
import type { ReceivedCheck } from '../../../src/passports/bring/model/received.ts'
import * as originals from '../../../src/passports/bring/originals-store.ts'
import * as received from '../../../src/passports/bring/received-store.ts'
import * as training from '../../../src/passports/bring/training-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const edition = 'ahp-support-worker/2026'
const owner = { may: ['owner'] } as const
const looked = { may: ['owner'], jobs: ['check-received'] } as const
const imported = { may: ['owner'], jobs: ['import-training'] } as const
const asked = { may: ['owner', 'any-assessor-there', 'issuer'] } as const
const lookers = { may: ['any-assessor-there', 'issuer'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const holder = ({ personId }: WorldRecord) => ({ holderId: personId })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.holder.id : members[actor].id)
const farOff = () => new Date(Date.now() + 9e12)
const shown = { by: 'Somebody', organisation: 'Somewhere' }
const nobody = '00000000-0000-4000-8000-000000000000'

const check: ReceivedCheck = {
  ...{ at: new Date(), steps: [], codes: [] },
  ...{ outcome: 'unknown', madeOutTo: 'nobody-named' },
}

export const bringStores: Readonly<Record<string, StoreRules>> = {
  'src/passports/bring/bring-record-store.ts': {
    listAllReceived: { ...looked, reads: (db, of) => record.listAllReceived(db, whose(of)) },
    listAllLooks: { ...looked, reads: (db, of) => record.listAllLooks(db, whose(of)) },
    listAllTrainingFiles: {
      ...imported,
      reads: (db, of) => record.listAllTrainingFiles(db, whose(of)),
    },
    listAllOriginals: { ...asked, reads: (db, of) => record.listAllOriginals(db, whose(of)) },
    listAllOriginalAnswers: {
      ...asked,
      reads: (db, of) => record.listAllOriginalAnswers(db, whose(of)),
    },
    listGivenOriginalAnswers: {
      ...asked,
      reads: (db, { assessorId }) => record.listGivenOriginalAnswers(db, { personId: assessorId }),
    },
    endOpenOriginals: { ...owner, writes: (db, of) => record.endOpenOriginals(db, whose(of)) },
    // Nobody's account is due.
    eraseBrought: { may: [], writes: (db, of) => record.eraseBrought(db, whose(of)) },
    endTrainingFiles: {
      ...{ may: [], jobs: ['enforce-retention'], of: ['holder'] },
      writes: (db) => record.endTrainingFiles(db, farOff()),
    },
  },
  'src/passports/bring/received-store.ts': {
    insertReceived: {
      ...owner,
      writes: (db, of) =>
        received.insertReceived(db, {
          ...{ id: randomUUID(), ...holder(of), fingerprint: randomBytes(32), form: 'json' },
          ...{ document: '{}', title: 'A badge', kind: 'training', saidIssuer: 'Somebody' },
          ...{ from: undefined, validUntil: undefined, lookedAt: new Date() },
        }),
    },
    insertReceivedCheck: {
      ...looked,
      writes: (db, of) =>
        received.insertReceivedCheck(db, {
          ...{ id: randomUUID(), receivedId: of.received, ...holder(of), check },
        }),
    },
    setLookedAt: {
      ...looked,
      writes: (db, of) =>
        received.setLookedAt(db, { id: of.received, ...holder(of), at: new Date() }),
    },
    listReceived: { ...looked, reads: (db, of) => received.listReceived(db, holder(of)) },
    getReceived: {
      ...looked,
      reads: (db, of) => received.getReceived(db, { id: of.received, ...holder(of) }),
    },
    findReceivedByMark: {
      ...looked,
      reads: (db, of) =>
        received.findReceivedByMark(db, { ...holder(of), fingerprint: of.receivedMark }),
    },
    countReceived: { ...looked, reads: (db, of) => received.countReceived(db, holder(of)) },
    removeReceived: {
      ...owner,
      writes: (db, of) => received.removeReceived(db, { id: of.received, ...holder(of) }),
    },
    // One's own is among them, and nobody else's.
    listDueReceived: {
      ...looked,
      reads: async (db, of) => {
        const due = await received.listDueReceived(db, { before: new Date(), most: 99 })
        return due.filter(({ id }) => id === of.received)
      },
    },
  },
  'src/passports/bring/training-store.ts': {
    insertTrainingFile: {
      ...owner,
      writes: (db, of) =>
        training.insertTrainingFile(db, {
          ...{ id: randomUUID(), ...holder(of), edition, head: ['Course'], rows: [] },
        }),
    },
    getTrainingFile: {
      ...imported,
      reads: (db, of) => training.getTrainingFile(db, { id: of.trainingFile, ...holder(of) }),
    },
    listOpenTrainingFiles: {
      ...imported,
      reads: (db, of) => training.listOpenTrainingFiles(db, holder(of)),
    },
    findLastMapping: {
      ...imported,
      reads: (db, of) =>
        training.findLastMapping(db, { ...holder(of), head: ['Course', 'Completed'] }),
    },
    setMapping: {
      ...owner,
      writes: (db, of) =>
        training.setMapping(db, {
          ...{ id: of.trainingFile, ...holder(of) },
          mapping: { places: { title: 1, from: 0 }, dayOrder: 'day-first' },
        }),
    },
    setTrainingStarted: {
      ...owner,
      writes: (db, of) =>
        training.setTrainingStarted(db, {
          ...{ id: of.trainingFile, ...holder(of), at: new Date(), drafts: [] },
        }),
    },
    setTrainingCancelled: {
      ...owner,
      writes: (db, of) =>
        training.setTrainingCancelled(db, { id: of.trainingFile, ...holder(of), at: new Date() }),
    },
    importTraining: {
      ...{ may: [], jobs: ['import-training'] },
      writes: (db, of) => training.importTraining(db, { id: of.startedTraining, most: 9 }),
    },
    findImported: {
      ...imported,
      reads: (db, of) => training.findImported(db, of.finishedTraining),
    },
    listKnownTraining: {
      tried: {
        file: 'src/passports/bring/training-routes.test.ts',
        title: 'are told apart by what stands in one’s own passport alone',
      },
    },
  },
  'src/passports/bring/originals-store.ts': {
    insertOriginalRequest: {
      ...owner,
      writes: (db, of) =>
        originals.insertOriginalRequest(db, {
          ...{ id: randomUUID(), entryId: of.certificate, version: 1, ...holder(of) },
          ...{ organisation: of.organisation },
          shown: { kind: 'qualification', title: 'A diploma', facts: {} },
        }),
    },
    setOriginalEnded: {
      ...owner,
      writes: (db, of) =>
        originals.setOriginalEnded(db, { id: of.original, ...holder(of), at: new Date() }),
    },
    listOwnOriginals: { ...asked, reads: (db, of) => originals.listOwnOriginals(db, holder(of)) },
    listOriginalsAt: {
      ...asked,
      reads: async (db, of) => {
        const at = { organisations: [of.organisation], besides: nobody, since: new Date(0) }
        const found = await originals.listOriginalsAt(db, at)
        return found.filter(({ id }) => id === of.original)
      },
    },
    getOriginalAt: {
      ...asked,
      reads: (db, of) =>
        originals.getOriginalAt(db, {
          ...{ id: of.original, organisations: [of.organisation], besides: nobody },
        }),
    },
    insertOriginalAnswer: {
      ...lookers,
      writes: (db, of, actor) =>
        originals.insertOriginalAnswer(db, {
          ...{ id: randomUUID(), requestId: of.original, ...holder(of) },
          ...{ organisation: of.organisation, outcome: 'not-seen', reason: 'No.' },
          ...{ answeredBy: idOf(actor), shown },
        }),
    },
    setOriginalTakenBack: {
      may: ['assessor', 'issuer'],
      writes: (db, of) =>
        originals.setOriginalTakenBack(db, { requestId: of.answeredOriginal, at: new Date() }),
    },
  },
}
