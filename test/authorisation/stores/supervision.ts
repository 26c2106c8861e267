import { randomUUID } from 'node:crypto'
import * as appraisalRecord from '../../../src/development/appraisal/appraisal-record-store.ts'
import * as appraisals from '../../../src/development/appraisal/appraisal-store.ts'
import { noPreparation } from '../../../src/development/appraisal/model/appraisal.ts'
import * as actions from '../../../src/development/supervision/agreed-actions-store.ts'
import * as sessions from '../../../src/development/supervision/sessions-store.ts'
import * as supervisings from '../../../src/development/supervision/supervising-store.ts'
import * as record from '../../../src/development/supervision/supervision-record-store.ts'
import { type ActorName, members, owners } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

/** The worker, and whoever supervises them. */
const both = { may: ['owner', 'assessor'] } as const
const owner = { may: ['owner'] } as const
/** That there is a supervision, whoever manages people there knows too. */
const known = { may: ['owner', 'assessor', 'manager'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const ofSession = ({ supervisionSession }: WorldRecord) => ({ sessionId: supervisionSession })
const ofAppraisal = ({ appraisal }: WorldRecord) => ({ appraisalId: appraisal })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.issuer.id : members[actor].id)
const assessorOf = (of: WorldRecord) => members[owners[of.owner].assessor].id
const fields = { words: 'Practise', doer: 'worker', state: 'open' } as const
const plan = { kind: 'goal', words: 'Go on', state: 'done' } as const

function supervisingOf(of: WorldRecord) {
  return {
    ...{ id: of.supervising, workerId: of.personId, workerName: '', supervisorName: '' },
    ...{ supervisorId: assessorOf(of), organisation: of.organisation, organisationName: '' },
    ...{ askedBy: of.personId, workerAgreed: true, supervisorAgreed: true, stands: true },
    showsEarlier: false,
  }
}

export const supervisionStores: Readonly<Record<string, StoreRules>> = {
  'src/development/supervision/supervising-store.ts': {
    // With somebody who does not supervise them yet; asked for by the two, or by a manager.
    insertSupervising: {
      tried: {
        file: 'src/development/supervision/supervision-walls.test.ts',
        title: 'is asked for by one of the two, or by whoever manages people there',
      },
    },
    listSupervisings: {
      ...known,
      reads: async (db, of) => {
        const all = await supervisings.listSupervisings(db, whose(of))
        return all.filter(({ id }) => id === of.supervising)
      },
    },
    getSupervising: {
      ...known,
      reads: (db, of) => supervisings.getSupervising(db, { id: of.supervising, ...whose(of) }),
    },
    getSupervisingToHandOver: {
      may: ['assessor'],
      reads: (db, of) => supervisings.getSupervisingToHandOver(db, { id: of.supervising }),
    },
    listAskedFor: {
      tried: {
        file: 'src/development/supervision/supervision-walls.test.ts',
        title: 'is asked for by one of the two, or by whoever manages people there',
      },
    },
    setSupervisingAgreed: {
      tried: {
        file: 'src/development/supervision/supervision-walls.test.ts',
        title: 'is agreed to by the two alone',
      },
    },
    setSupervisingEnded: {
      ...both,
      writes: (db, of) => supervisings.setSupervisingEnded(db, of.supervising),
    },
    setEarlierNotesShown: {
      may: [],
      writes: (db, of) =>
        supervisings.setEarlierNotesShown(db, { id: of.supervising, shown: true }),
    },
    // Colleagues, as everybody there sees them.
    listSupervisors: {
      may: ['team'],
      reads: async (db, of) => {
        const all = await supervisings.listSupervisors(db, {
          ...{ organisation: of.organisation, but: [] },
        })
        return all.filter(({ id }) => id === assessorOf(of))
      },
    },
    listColleaguesNamed: {
      may: ['team'],
      reads: (db, of) =>
        supervisings.listColleaguesNamed(db, {
          ...{ name: members[of.owner].name, organisations: [of.organisation], but: [] },
        }),
    },
    listWithoutSupervisor: {
      tried: {
        file: 'src/development/supervision/supervision-routes.test.ts',
        title: 'lists for the manager whose supervisor left, by name and nothing more',
      },
    },
    findSupervisionAddress: {
      ...{ may: [], jobs: ['tell-of-supervision'] },
      reads: (db, of) => supervisings.findSupervisionAddress(db, whose(of)),
    },
  },
  'src/development/supervision/sessions-store.ts': {
    insertSession: {
      ...both,
      writes: (db, of, actor) =>
        sessions.insertSession(db, {
          ...{ id: randomUUID(), supervising: supervisingOf(of), plannedOn: '2099-01-01' },
          madeBy: idOf(actor),
        }),
    },
    listSessions: {
      ...both,
      reads: async (db, of) => {
        const all = await sessions.listSessions(db, whose(of))
        return all.filter(({ id }) => id === of.supervisionSession)
      },
    },
    // Whoever takes over, where the worker says so.
    listEarlierSessions: {
      may: [],
      reads: (db, of) => sessions.listEarlierSessions(db, { follows: of.supervising }),
    },
    getSession: {
      ...both,
      reads: (db, of) => sessions.getSession(db, { id: of.supervisionSession, ...whose(of) }),
    },
    lockSession: { locks: (db, of) => sessions.lockSession(db, of.supervisionSession) },
    setPlannedOn: {
      ...both,
      writes: (db, of) =>
        sessions.setPlannedOn(db, { id: of.supervisionSession, plannedOn: '2099-01-01' }),
    },
    setHeld: {
      ...both,
      writes: (db, of) =>
        sessions.setHeld(db, {
          ...{ id: of.supervisionSession, happenedOn: '2026-01-01', minutes: 50 },
        }),
    },
    setUnconfirmed: {
      ...both,
      writes: (db, of) => sessions.setUnconfirmed(db, { id: of.supervisionSession }),
    },
    setConfirmed: {
      ...owner,
      writes: (db, of) => sessions.setConfirmed(db, { id: of.supervisionSession, side: 'worker' }),
    },
    listAgenda: { ...both, reads: (db, of) => sessions.listAgenda(db, ofSession(of)) },
    insertAgenda: {
      ...both,
      writes: (db, of, actor) =>
        sessions.insertAgenda(db, ofSession(of), [
          { key: `words:${randomUUID()}`, words: 'Rota', addedBy: idOf(actor) },
        ]),
    },
    removeAgenda: {
      ...owner,
      writes: (db, of) =>
        sessions.removeAgenda(db, { ...ofSession(of), keys: ['words:one'], addedBy: of.personId }),
    },
    listNotes: { ...both, reads: (db, of) => sessions.listNotes(db, ofSession(of)) },
    insertNote: {
      ...both,
      writes: (db, of, actor) =>
        sessions.insertNote(db, {
          ...{ ...ofSession(of), authorId: idOf(actor), version: 9, words: 'A note' },
        }),
    },
    listCorrections: { ...both, reads: (db, of) => sessions.listCorrections(db, ofSession(of)) },
    // Only once both have confirmed.
    insertCorrection: {
      may: [],
      writes: (db, of, actor) =>
        sessions.insertCorrection(db, {
          ...{ ...ofSession(of), id: randomUUID(), authorId: idOf(actor), words: 'Longer' },
        }),
    },
    findReflection: {
      ...owner,
      reads: (db, of) => sessions.findReflection(db, { ...ofSession(of), ...whose(of) }),
    },
    insertReflection: {
      ...both,
      writes: (db, of, actor) =>
        sessions.insertReflection(db, {
          ...{ ...ofSession(of), id: randomUUID(), personId: idOf(actor), words: 'Mine' },
        }),
    },
  },
  'src/development/supervision/agreed-actions-store.ts': {
    listAgreedActions: {
      ...both,
      reads: (db, of) => actions.listAgreedActions(db, { supervisingId: of.supervising }),
    },
    listActionsOfSession: {
      ...both,
      reads: (db, of) => actions.listActionsOfSession(db, ofSession(of)),
    },
    getAgreedAction: {
      ...both,
      reads: (db, of) => actions.getAgreedAction(db, { id: of.agreedAction }),
    },
    listActionVersions: {
      ...both,
      reads: (db, of) => actions.listActionVersions(db, { id: of.agreedAction }),
    },
    insertAgreedAction: {
      ...both,
      writes: (db, of) =>
        actions.insertAgreedAction(db, {
          ...{ id: randomUUID(), supervisingId: of.supervising, ...ofSession(of) },
        }),
    },
    insertActionVersion: {
      ...both,
      writes: (db, of, actor) =>
        actions.insertActionVersion(db, {
          ...{ id: of.agreedAction, version: 9, changedBy: idOf(actor), fields },
        }),
    },
  },
  'src/development/supervision/supervision-record-store.ts': {
    listAllSupervisings: {
      ...known,
      reads: async (db, of) => {
        const all = await record.listAllSupervisings(db, whose(of))
        return all.filter(({ id }) => id === of.supervising)
      },
    },
    listAllSessions: { ...both, reads: (db, of) => record.listAllSessions(db, whose(of)) },
    listAllAgendas: { ...both, reads: (db, of) => record.listAllAgendas(db, whose(of)) },
    listAllSupervisionNotes: {
      ...both,
      reads: (db, of) => record.listAllSupervisionNotes(db, whose(of)),
    },
    listAllReflections: { ...owner, reads: (db, of) => record.listAllReflections(db, whose(of)) },
    listAllAgreedActions: {
      ...both,
      reads: (db, of) => record.listAllAgreedActions(db, whose(of)),
    },
    eraseSupervision: { may: [], writes: (db, of) => record.eraseSupervision(db, whose(of)) },
  },
  'src/development/appraisal/appraisal-store.ts': {
    // One is open with this supervisor already.
    insertAppraisal: {
      may: [],
      writes: (db, of, actor) =>
        appraisals.insertAppraisal(db, {
          ...{ id: randomUUID(), supervising: supervisingOf(of), begunBy: idOf(actor) },
        }),
    },
    listAppraisals: { ...both, reads: (db, of) => appraisals.listAppraisals(db, whose(of)) },
    getAppraisal: {
      ...both,
      reads: (db, of) => appraisals.getAppraisal(db, { id: of.appraisal, ...whose(of) }),
    },
    lockAppraisal: { locks: (db, of) => appraisals.lockAppraisal(db, of.appraisal) },
    findPreparation: {
      ...both,
      reads: async (db, of) => {
        const place = { ...ofAppraisal(of), workerId: of.personId }
        const found = await appraisals.findPreparation(db, place)
        return found.version > 0 ? [found] : []
      },
    },
    listMeetingNotes: {
      ...both,
      reads: (db, of) => appraisals.listMeetingNotes(db, ofAppraisal(of)),
    },
    insertAppraisalWords: {
      ...owner,
      writes: (db, of, actor) =>
        appraisals.insertAppraisalWords(db, {
          ...{ ...ofAppraisal(of), authorId: idOf(actor), version: 9 },
          ...{ part: 'preparation', answers: noPreparation },
        }),
    },
    // It is shown already.
    setAppraisalShared: {
      may: [],
      writes: (db, of) => appraisals.setAppraisalShared(db, { id: of.appraisal }),
    },
    setAppraisalDays: {
      ...both,
      writes: (db, of) =>
        appraisals.setAppraisalDays(db, {
          ...{ id: of.appraisal, meetingOn: '2026-01-01', reviewOn: '2026-07-01' },
        }),
    },
    setPlanAgreed: {
      ...owner,
      writes: (db, of) => appraisals.setPlanAgreed(db, { id: of.appraisal, side: 'worker' }),
    },
    setPlanUnagreed: {
      ...both,
      writes: (db, of) => appraisals.setPlanUnagreed(db, { id: of.appraisal }),
    },
    listPlan: { ...both, reads: (db, of) => appraisals.listPlan(db, ofAppraisal(of)) },
    insertPlanVersion: {
      ...both,
      writes: (db, of, actor) =>
        appraisals.insertPlanVersion(db, {
          ...{ ...ofAppraisal(of), id: of.planItem, version: 9, changedBy: idOf(actor) },
          fields: plan,
        }),
    },
  },
  'src/development/appraisal/appraisal-record-store.ts': {
    listAllAppraisals: {
      ...both,
      reads: (db, of) => appraisalRecord.listAllAppraisals(db, whose(of)),
    },
    listAllAppraisalWords: {
      ...both,
      reads: (db, of) => appraisalRecord.listAllAppraisalWords(db, whose(of)),
    },
    listAllPlanItems: {
      ...both,
      reads: (db, of) => appraisalRecord.listAllPlanItems(db, whose(of)),
    },
  },
}
