import { randomUUID } from 'node:crypto'
import * as pauses from '../../../src/passports/questions/pauses-store.ts'
import * as proposals from '../../../src/passports/questions/proposals-store.ts'
import * as signings from '../../../src/passports/sign-offs/signings-store.ts'
import { members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const seen = { may: ['owner', 'assessor', 'issuer'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const ofDue = ({ dueSigning }: WorldRecord) => ({ signingId: dueSigning })
const stepUp = { how: 'email-code', at: new Date() } as const
const by = (actor: string) =>
  actor in members ? members[actor as keyof typeof members].id : randomUUID()

export const questionsStores: Readonly<Record<string, StoreRules>> = {
  'src/passports/questions/pauses-store.ts': {
    insertPauseAct: {
      may: ['assessor', 'issuer'],
      writes: (db, { signing, personId, organisation }, actor) =>
        pauses.insertPauseAct(db, {
          ...{ id: randomUUID(), signingId: signing, holderId: personId, explanation: 'A look.' },
          ...{ act: 'paused', cause: 'being-checked', until: '2027-01-01', stepUp },
          ...{ actedBy: by(actor), actedFor: organisation },
        }),
    },
    listPauseActs: { ...seen, reads: (db, of) => pauses.listPauseActs(db, ofDue(of)) },
    insertReply: {
      may: ['owner', 'issuer'],
      writes: (db, { dueSigning, personId, pauseId }, actor) =>
        pauses.insertReply(db, {
          ...{ id: randomUUID(), signingId: dueSigning, holderId: personId, words: 'Some words' },
          ...{ about: { pauseId }, byHolder: by(actor) === personId, writtenBy: by(actor) },
        }),
    },
    listReplies: {
      may: ['owner', 'issuer'],
      reads: (db, of) => pauses.listReplies(db, ofDue(of)),
    },
    listHolderAddresses: {
      may: [],
      jobs: ['tell-holder'],
      reads: (db, { personId }) => pauses.listHolderAddresses(db, { holderId: personId }),
    },
    eraseQuestions: {
      may: [],
      writes: (db, of) => pauses.eraseQuestions(db, whose(of)),
    },
    listAllPauses: { ...seen, reads: (db, of) => pauses.listAllPauses(db, whose(of)) },
    listAllReplies: {
      may: ['owner', 'issuer'],
      reads: (db, of) => pauses.listAllReplies(db, whose(of)),
    },
  },
  'src/passports/questions/proposals-store.ts': {
    isHolderHere: {
      may: ['assessor', 'issuer'],
      reads: async (db, { dueSigning, organisation }) => {
        const of = { signingId: dueSigning, actedFor: organisation }
        return (await proposals.isHolderHere(db, of)) ? [true] : []
      },
    },
    insertProposal: {
      may: ['issuer'],
      writes: (db, { signing, personId, organisation }, actor) =>
        proposals.insertProposal(db, {
          ...{ id: randomUUID(), signingId: signing, holderId: personId, codes: ['3.9-entry'] },
          ...{ cause: 'error', explanation: 'A slip.', lapsesOn: '2027-01-01', stepUp },
          ...{ proposedBy: by(actor), proposedFor: organisation },
        }),
    },
    listProposals: {
      may: ['owner', 'issuer'],
      reads: (db, of) => proposals.listProposals(db, ofDue(of)),
    },
    listOpenProposals: {
      may: ['owner', 'issuer'],
      reads: async (db, { dueSigning }) =>
        (await proposals.listOpenProposals(db, { today: '2026-01-01' })).filter(
          (id) => id === dueSigning,
        ),
    },
    listAllProposals: {
      may: ['owner', 'issuer'],
      reads: (db, of) => proposals.listAllProposals(db, whose(of)),
    },
    answerOpenProposal: {
      may: ['issuer'],
      writes: (db, { proposalId }, actor) =>
        proposals.answerOpenProposal(db, {
          ...{ proposal: proposalId, outcome: 'refused', reason: 'It was right.' },
          ...{ answeredBy: by(actor), today: '2026-01-01' },
        }),
    },
  },
}

/** Of the store whose other rules stand with the sign-offs. */
export const heldSigningRules: StoreRules = {
  getOwnSigning: {
    ...seen,
    reads: (db, { signing, personId }) =>
      signings.getOwnSigning(db, { id: signing, holderId: personId }),
  },
  findSigningAt: {
    ...seen,
    reads: (db, { signing, organisation }) =>
      signings.findSigningAt(db, { id: signing, organisations: [organisation] }),
  },
}
