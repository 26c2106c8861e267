import { randomUUID } from 'node:crypto'
import { dayOf } from '../../../src/language/days.ts'
import * as decisions from '../../../src/passports/recognition/decisions-store.ts'
import * as policies from '../../../src/passports/recognition/policies-store.ts'
import * as letters from '../../../src/passports/recognition/recognition-letters-store.ts'
import * as record from '../../../src/passports/recognition/recognition-record-store.ts'
import * as items from '../../../src/passports/recognition/shared-items-store.ts'
import * as sets from '../../../src/passports/recognition/shared-sets-store.ts'
import * as topUps from '../../../src/passports/recognition/top-ups-store.ts'
import { type ActorName, members, owners } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
/** Whoever takes people on there, and whoever issues for it. */
const there = { may: ['issuer', 'manager'] } as const
const both = { may: ['owner', 'issuer', 'manager'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const holder = ({ personId }: WorldRecord) => ({ holderId: personId })
const ofSet = ({ set }: WorldRecord) => ({ shareId: set })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.issuer.id : members[actor].id)
const today = () => dayOf(new Date())
const elsewhere = (organisation: string) =>
  organisation === 'merrowfell-hospitals' ? 'ostlewick-community' : 'merrowfell-hospitals'

export const recognitionStores: Readonly<Record<string, StoreRules>> = {
  'src/passports/recognition/policies-store.ts': {
    insertPolicy: {
      ...{ ...there, jobs: ['load-content'] },
      writes: (db, { organisation }, actor) =>
        policies.insertPolicy(db, {
          ...{ id: randomUUID(), organisation, version: 2, rules: [], alsoLocal: [] },
          ...{ fromOn: '2026-01-01', madeBy: idOf(actor) },
        }),
    },
    listPolicies: { open: (db, { organisation }) => policies.listPolicies(db, organisation) },
    listPoliciesOn: {
      open: (db) => policies.listPoliciesOn(db, { words: [], today: '2099-01-01' }),
    },
    insertAgreement: {
      ...{ ...there, jobs: ['load-content'] },
      writes: (db, { organisation }, actor) =>
        policies.insertAgreement(db, {
          ...{ id: randomUUID(), organisation, other: elsewhere(organisation), takes: [] },
          ...{ gives: [], fromOn: '2026-01-01', reviewOn: '2027-01-01', proposedBy: idOf(actor) },
        }),
    },
    insertAgreementStep: {
      ...{ ...there, jobs: ['load-content'] },
      writes: (db, { agreement, organisation }, actor) =>
        policies.insertAgreementStep(db, {
          ...{ agreementId: agreement, step: 'taken-back', organisation, steppedBy: idOf(actor) },
        }),
    },
    // Both of the two.
    listAgreements: {
      ...{ may: ['any-issuer', 'any-manager'], jobs: ['load-content'] },
      reads: (db, { organisation }) => policies.listAgreements(db, [organisation]),
    },
    findIssuers: {
      open: async (db, { organisation }) => [...(await policies.findIssuers(db, [organisation]))],
    },
  },
  'src/passports/recognition/shared-sets-store.ts': {
    insertRecognitionShare: {
      ...owner,
      writes: (db, of) =>
        sets.insertRecognitionShare(
          db,
          {
            ...{ id: randomUUID(), ...holder(of), organisation: of.organisation },
            ...{ purpose: 'apply', endsOn: '2099-01-01' },
          },
          { credentials: [of.credential], entries: [], received: [of.received] },
        ),
    },
    insertRecognitionEnd: {
      ...owner,
      writes: (db, of) => sets.insertRecognitionEnd(db, { id: of.set, ...holder(of) }),
    },
    lockRecognition: { locks: (db, { set }) => sets.lockRecognition(db, set) },
    listOwnRecognitionShares: {
      ...both,
      reads: (db, of) => sets.listOwnRecognitionShares(db, holder(of)),
    },
    listRecognitionSharesTo: {
      ...both,
      reads: async (db, { organisation, set }) => {
        const all = await sets.listRecognitionSharesTo(db, { organisation })
        return all.filter(({ id }) => id === set)
      },
    },
    getRecognitionShare: {
      ...both,
      reads: (db, of) => sets.getRecognitionShare(db, { id: of.set, ...holder(of) }),
    },
  },
  'src/passports/recognition/shared-items-store.ts': {
    listSharedCredentials: {
      ...both,
      reads: (db, of) => items.listSharedCredentials(db, ofSet(of)),
    },
    listSharedEntries: { ...both, reads: (db, of) => items.listSharedEntries(db, ofSet(of)) },
    listSharedReceived: { ...both, reads: (db, of) => items.listSharedReceived(db, ofSet(of)) },
  },
  'src/passports/recognition/top-ups-store.ts': {
    insertTopUp: {
      ...there,
      writes: (db, of, actor) =>
        topUps.insertTopUp(db, {
          ...{ id: randomUUID(), decisionId: of.topUpDecision, ...holder(of) },
          ...{ organisation: of.organisation, doneOn: today(), recordedBy: idOf(actor) },
        }),
    },
    setTopUpTakenBack: {
      may: ['issuer'],
      writes: (db, of, actor) =>
        topUps.setTopUpTakenBack(db, { id: of.topUp, recordedBy: idOf(actor), at: new Date() }),
    },
    listTopUps: { ...both, reads: (db, of) => topUps.listTopUps(db, ofSet(of)) },
    listOwnTopUps: { ...both, reads: (db, of) => topUps.listOwnTopUps(db, holder(of)) },
  },
  'src/passports/recognition/recognition-letters-store.ts': {
    listAddressesToRecognise: {
      ...{ may: [], jobs: ['tell-recognition'] },
      reads: (db, of) => letters.listAddressesToRecognise(db, ofSet(of)),
    },
    findAddressOfRecognised: {
      ...{ may: [], jobs: ['tell-recognition'] },
      reads: (db, of) => letters.findAddressOfRecognised(db, { ...ofSet(of), decisions: 99 }),
    },
  },
  'src/passports/recognition/decisions-store.ts': {
    insertDecision: {
      ...there,
      writes: (db, of, actor) =>
        decisions.insertDecision(db, {
          ...{ id: randomUUID(), itemId: of.setItem, shareId: of.set, ...holder(of) },
          ...{ organisation: of.organisation, sequence: 2, kind: 'sign-off', title: '3.9' },
          ...{ verdict: 'valid', suggested: 'accept', outcome: 'accept', decidedBy: idOf(actor) },
          stepUp: { how: 'demonstration', at: new Date() },
        }),
    },
    listDecisions: { ...both, reads: (db, of) => decisions.listDecisions(db, ofSet(of)) },
    listHeldRecognitions: {
      ...both,
      reads: (db, of) => decisions.listHeldRecognitions(db, holder(of)),
    },
    listCounted: {
      ...there,
      reads: async (db, { organisation, personId }) => {
        const all = await decisions.listCounted(db, { organisation })
        return all.filter(({ holderId }) => holderId === personId)
      },
    },
    insertReply: {
      ...owner,
      writes: (db, of) =>
        decisions.insertReply(db, {
          ...{ id: randomUUID(), decisionId: of.decision, ...holder(of) },
          ...{ organisation: of.organisation, words: 'Thank you.' },
        }),
    },
    listReplies: { ...both, reads: (db, of) => decisions.listReplies(db, ofSet(of)) },
  },
  'src/passports/recognition/recognition-record-store.ts': {
    listAllRecognitionShares: {
      ...both,
      reads: (db, of) => record.listAllRecognitionShares(db, whose(of)),
    },
    listAllDecisions: { ...both, reads: (db, of) => record.listAllDecisions(db, whose(of)) },
    listAllTopUps: { ...both, reads: (db, of) => record.listAllTopUps(db, whose(of)) },
    listGivenTopUps: {
      ...both,
      reads: async (db, of) => {
        const { issuer } = owners[of.owner]
        const all = await record.listGivenTopUps(db, { personId: members[issuer].id })
        return all.filter(({ id }) => id === of.topUp)
      },
    },
    listAllReplies: { ...both, reads: (db, of) => record.listAllReplies(db, whose(of)) },
    // As one who decided: here the issuer of where the owner works.
    listGivenDecisions: {
      ...both,
      reads: async (db, of) => {
        const { issuer } = owners[of.owner]
        const all = await record.listGivenDecisions(db, { personId: members[issuer].id })
        return all.filter(({ id }) => id === of.decision)
      },
    },
    // What is published is public.
    listAcceptanceActs: {
      open: (db, of) =>
        record.listAcceptanceActs(db, { personId: members[owners[of.owner].issuer].id }),
    },
    endLiveRecognitions: {
      ...owner,
      writes: (db, of) => record.endLiveRecognitions(db, holder(of)),
    },
    eraseRecognition: { may: [], writes: (db, of) => record.eraseRecognition(db, whose(of)) },
    endRecognitions: {
      ...{ may: [], jobs: ['enforce-retention'], of: ['holder'] },
      writes: (db) => record.endRecognitions(db, new Date(Date.now() + 9e12)),
    },
  },
}
