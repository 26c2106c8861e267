import { randomBytes, randomUUID } from 'node:crypto'
import * as auditSearch from '../../../src/privacy/audit-search/audit-search-store.ts'
import * as closing from '../../../src/privacy/closing/closing-store.ts'
import * as complaints from '../../../src/privacy/complaints/complaints-store.ts'
import { equalityKeyOf } from '../../../src/privacy/equality/equality-key.ts'
import * as equality from '../../../src/privacy/equality/equality-store.ts'
import * as exports from '../../../src/privacy/export/export-store.ts'
import * as record from '../../../src/privacy/privacy-record-store.ts'
import * as details from '../../../src/privacy/rights/own-details-store.ts'
import * as rights from '../../../src/privacy/rights/rights-store.ts'
import * as viewings from '../../../src/privacy/viewings/viewings-page-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
const manager = { may: ['manager'] } as const
const answering = { may: ['issuer', 'manager'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.holder.id : members[actor].id)
const farOff = () => new Date(Date.now() + 9e12)
const day = () => new Date(Date.now() + 25 * 86_400_000)
const keyOf = ({ equalityKey }: WorldRecord) => equalityKeyOf(equalityKey)

export const privacyStores: Readonly<Record<string, StoreRules>> = {
  'src/privacy/audit-search/audit-search-store.ts': {
    listActsAbout: {
      may: ['owner', 'manager'],
      jobs: ['seal-audit', 'verify-audit'],
      reads: async (db, { personId }) =>
        (await auditSearch.listActsAbout(db, { holderId: personId })).acts,
    },
    listActsAt: {
      may: ['owner', 'manager'],
      jobs: ['seal-audit', 'verify-audit'],
      reads: async (db, { organisation, personId }) =>
        (await auditSearch.listActsAt(db, { organisation })).acts.filter(
          ({ about }) => about === personId,
        ),
    },
    listActsOfService: {
      may: ['steward'],
      of: ['holder'],
      jobs: ['load-content', 'seal-audit', 'verify-audit'],
      reads: async (db) => (await auditSearch.listActsOfService(db, {})).acts,
    },
    listPeopleOf: {
      ...manager,
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: async (db, { organisation, personId }) =>
        (await auditSearch.listPeopleOf(db, { organisation, limit: 99 })).filter(
          ({ id }) => id === personId,
        ),
    },
    isPersonOf: {
      ...manager,
      may: ['owner', 'team'],
      jobs: ['load-content', 'send-invitations', 'sign-in'],
      reads: (db, { organisation, personId }) =>
        auditSearch.isPersonOf(db, { organisation, person: personId }),
    },
    listOrganisationNames: {
      open: (db, { organisation }) => auditSearch.listOrganisationNames(db, [organisation]),
    },
  },
  'src/privacy/closing/closing-store.ts': {
    insertClosing: {
      ...owner,
      writes: (db, of) =>
        closing.insertClosing(db, {
          ...{ id: randomUUID(), ...whose(of), askedAt: new Date(), eraseAfter: day() },
        }),
    },
    setClosingUndone: {
      may: [],
      writes: (db, of) => closing.setClosingUndone(db, whose(of), new Date()),
    },
    listDueClosings: { may: [], reads: (db) => closing.listDueClosings(db) },
    beginErasure: { may: [], reads: (db, of) => closing.beginErasure(db, whose(of)) },
  },
  'src/privacy/complaints/complaints-store.ts': {
    insertComplaint: {
      ...owner,
      writes: (db, { personId, organisation }) =>
        complaints.insertComplaint(db, {
          ...{ id: randomUUID(), reference: randomUUID(), organisation, complainantId: personId },
          ...{ name: 'Me', replyBy: 'here', whatHappened: 'This.', putRight: 'That.' },
        }),
    },
    insertStep: {
      ...manager,
      writes: (db, { complaint }, actor) =>
        complaints.insertStep(db, {
          ...{ complaintId: complaint, kind: 'acknowledged', words: 'Yes.', byPerson: idOf(actor) },
        }),
    },
    lockComplaint: { locks: (db, { complaint }) => complaints.lockComplaint(db, complaint) },
    listOwnComplaints: {
      may: ['owner', 'manager'],
      jobs: ['complaint-desk', 'remind-of-complaints'],
      reads: (db, { personId }) => complaints.listOwnComplaints(db, { complainantId: personId }),
    },
    listComplaintsFor: {
      ...manager,
      reads: async (db, { complaint }, actor) =>
        (await complaints.listComplaintsFor(db, { answererId: idOf(actor) })).filter(
          ({ id }) => id === complaint,
        ),
    },
    getOwnComplaint: {
      may: ['owner', 'manager'],
      jobs: ['complaint-desk', 'remind-of-complaints'],
      reads: (db, { complaint, personId }) =>
        complaints.getOwnComplaint(db, { id: complaint, complainantId: personId }),
    },
    getComplaintFor: {
      ...manager,
      reads: (db, { complaint }, actor) =>
        complaints.getComplaintFor(db, { id: complaint, answererId: idOf(actor) }),
    },
    findComplaintByCode: {
      may: ['steward'],
      jobs: ['complaint-desk', 'remind-of-complaints'],
      of: ['holder'],
      reads: (db, { codeComplaint }) => complaints.findComplaintByCode(db, codeComplaint),
    },
    getComplaint: {
      may: ['owner', 'manager'],
      jobs: ['complaint-desk', 'remind-of-complaints'],
      reads: (db, { complaint }) => complaints.getComplaint(db, { id: complaint }),
    },
    listUnacknowledged: {
      may: ['owner', 'manager'],
      jobs: ['complaint-desk', 'remind-of-complaints'],
      reads: async (db, { complaint }) =>
        (await complaints.listUnacknowledged(db)).filter(({ id }) => id === complaint),
    },
    insertWarning: {
      may: [],
      jobs: ['remind-of-complaints'],
      writes: (db, { complaint }) => complaints.insertWarning(db, complaint),
    },
    listAnswererAddresses: {
      may: [],
      jobs: ['remind-of-complaints'],
      reads: (db, { organisation }) => complaints.listAnswererAddresses(db, { organisation }),
    },
    findOrganisationNamed: {
      open: (db) => complaints.findOrganisationNamed(db, 'Sallowmarch College'),
    },
    eraseComplaints: {
      may: [],
      writes: (db, of) => complaints.eraseComplaints(db, whose(of)),
    },
    endComplaints: {
      may: [],
      jobs: ['enforce-retention'],
      of: ['holder'],
      writes: (db) => complaints.endComplaints(db, farOff()),
    },
  },
  'src/privacy/equality/equality-store.ts': {
    isKeyInUse: { open: (db, of) => equality.isKeyInUse(db, keyOf(of)) },
    insertKeyInUse: { may: [], writes: (db, of) => equality.insertKeyInUse(db, keyOf(of)) },
    // Whoever asks finds their own: one here has answered.
    findOwnSealed: {
      may: ['owner'],
      of: ['holder'],
      reads: (db, of) => equality.findOwnSealed(db, keyOf(of)),
    },
    setOwnSealed: {
      may: ['signed-in'],
      of: ['holder'],
      writes: (db, of) => equality.setOwnSealed(db, keyOf(of), 'words'),
    },
    removeOwn: {
      may: ['owner'],
      of: ['holder'],
      writes: (db, of) => equality.removeOwn(db, keyOf(of)),
    },
    removeErased: {
      may: [],
      writes: (db, of) => equality.removeErased(db, keyOf(of), whose(of)),
    },
  },
  'src/privacy/export/export-store.ts': {
    findCopy: { ...owner, reads: (db, of) => exports.findCopy(db, whose(of)) },
    insertCopy: {
      ...owner,
      writes: (db, of) => exports.insertCopy(db, { id: randomUUID(), ...whose(of), parts: 3 }),
    },
    setPartsDone: {
      ...owner,
      writes: (db, of) => exports.setPartsDone(db, { id: of.copy, ...whose(of), done: 1 }),
    },
    setCopyReady: {
      ...owner,
      writes: async (db, of) => {
        const id = randomUUID()
        await exports.insertCopy(db, { id, ...whose(of), parts: 3 })
        const ready = { id, ...whose(of), readyAt: new Date(), file: randomBytes(9) }
        if (!(await exports.setCopyReady(db, ready))) throw new Error('it was not made ready')
      },
    },
    findCopyFile: {
      ...owner,
      reads: (db, of) => exports.findCopyFile(db, { id: of.copy, ...whose(of) }),
    },
    listCopies: { ...owner, reads: (db, of) => exports.listCopies(db, whose(of)) },
    findOwnName: {
      ...owner,
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      link: true,
      reads: (db, of) => exports.findOwnName(db, whose(of)),
    },
  },
  'src/privacy/privacy-record-store.ts': {
    erasePrivacy: { may: [], writes: (db, of) => record.erasePrivacy(db, whose(of)) },
    ending: {
      may: [],
      jobs: ['enforce-retention'],
      of: ['holder'],
      writes: async (db) => {
        for (const name of ['end_viewings', 'end_export_copies', 'end_rights_requests'] as const) {
          await record.ending(name)(db, farOff())
        }
      },
    },
  },
  'src/privacy/rights/own-details-store.ts': {
    getOwnDetails: {
      ...owner,
      reads: (db, of) => details.getOwnDetails(db, whose(of)),
    },
    setOwnDetails: {
      ...owner,
      jobs: ['load-content'],
      writes: (db, of) => details.setOwnDetails(db, whose(of), { name: 'Another' }),
    },
  },
  'src/privacy/rights/rights-store.ts': {
    insertRightsRequest: {
      ...owner,
      writes: (db, { personId, organisation }) =>
        rights.insertRightsRequest(db, {
          ...{ id: randomUUID(), personId, kind: 'objection', about: 'purpose:account' },
          ...{ aboutWords: 'Account', organisation, words: 'No.', dueOn: '2099-01-01' },
        }),
    },
    lockRights: { locks: (db, of) => rights.lockRights(db, whose(of)) },
    insertRightsAnswer: {
      ...answering,
      writes: (db, { rights: asked }, actor) =>
        rights.insertRightsAnswer(db, {
          ...{ requestId: asked, outcome: 'done', words: 'Yes.', answeredBy: idOf(actor) },
        }),
    },
    listOwnRights: {
      may: ['owner', 'issuer', 'manager'],
      reads: (db, of) => rights.listOwnRights(db, whose(of)),
    },
    getOwnRight: {
      may: ['owner', 'issuer', 'manager'],
      reads: (db, of) => rights.getOwnRight(db, { id: of.rights, ...whose(of) }),
    },
    listRightsToAnswer: {
      ...answering,
      reads: async (db, { rights: asked }, actor) =>
        (await rights.listRightsToAnswer(db, { answererId: idOf(actor) })).filter(
          ({ id }) => id === asked,
        ),
    },
    getRightToAnswer: {
      ...answering,
      reads: (db, { rights: asked }, actor) =>
        rights.getRightToAnswer(db, { id: asked, answererId: idOf(actor) }),
    },
    listAddressesToAnswer: {
      ...owner,
      reads: (db, { rights: asked }) => rights.listAddressesToAnswer(db, asked),
    },
    listAddressesOfAsker: {
      ...answering,
      reads: (db, { rights: asked }) => rights.listAddressesOfAsker(db, asked),
    },
    listAllRequests: {
      may: ['owner', 'issuer', 'manager'],
      reads: (db, of) => rights.listAllRequests(db, whose(of)),
    },
  },
  'src/privacy/viewings/viewings-page-store.ts': {
    listViewings: {
      ...owner,
      reads: (db, { personId }) =>
        viewings.listViewings(db, { holderId: personId, skip: 0, limit: 9 }),
    },
  },
}
