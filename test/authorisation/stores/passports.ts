import { randomBytes, randomUUID } from 'node:crypto'
import * as record from '../../../src/passports/passports-record-store.ts'
import * as passports from '../../../src/passports/passports-store.ts'
import * as shares from '../../../src/passports/shares/shares-store.ts'
import * as requests from '../../../src/passports/sign-offs/requests-store.ts'
import * as acts from '../../../src/passports/sign-offs/signing-acts-store.ts'
import * as drafts from '../../../src/passports/sign-offs/signing-drafts-store.ts'
import * as signings from '../../../src/passports/sign-offs/signings-store.ts'
import { members, owners } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'
import { chanceRule, correctionRules, ownSlipRules } from './corridor.ts'
import { heldSigningRules } from './questions.ts'

const edition = 'ahp-support-worker/2026'
const editions = [edition]
const owner = { may: ['owner'] } as const
const assessor = { may: ['assessor'] } as const
/** A holder, whoever signed it, and whoever answers for it. */
const signed = { may: ['owner', 'assessor', 'issuer'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const holder = ({ personId }: WorldRecord) => ({ holderId: personId })
const soon = () => new Date(Date.now() + 9e8)
const farOff = () => new Date(Date.now() + 9e12)
const retention = { may: [], jobs: ['enforce-retention'] } as const
const stepUp = () => ({ how: 'email-code', at: new Date() }) as const
const draft = {
  ...{ codes: [], method: 'observed', setting: 'Ward', note: '' },
  ...{ assessed: { day: '', month: '', year: '' }, review: { day: '', month: '', year: '' } },
}

const rotated = {
  tried: { file: 'src/credentials/keys-commands.test.ts', title: 'is the operator’s alone' },
} as const
/** The jobs' own table has no rows of ours to guard: what stands in it is sealed. */
const sealedLetters = {
  tried: {
    file: 'src/credentials/keys-commands.test.ts',
    title: 'seals everything with the new key, after which nothing opens with the old one',
  },
} as const

export const passportsStores: Readonly<Record<string, StoreRules>> = {
  'src/credentials/sealed-keys-store.ts': {
    lockSealedKeys: rotated,
    listSealedKeys: rotated,
    setSealedKey: rotated,
  },
  'src/mail/sealed-letters-store.ts': {
    listSealedLetters: sealedLetters,
    setSealedLetter: sealedLetters,
  },
  'src/passports/passports-record-store.ts': {
    listAllAnswers: {
      may: ['owner', 'assessor'],
      reads: (db, of) => record.listAllAnswers(db, whose(of)),
    },
    listAllNotes: { ...owner, reads: (db, of) => record.listAllNotes(db, whose(of)) },
    listAllRequests: {
      may: ['owner', 'assessor'],
      reads: (db, of) => record.listAllRequests(db, whose(of)),
    },
    listAllSignings: { ...signed, reads: (db, of) => record.listAllSignings(db, whose(of)) },
    listAllSignOffs: { ...signed, reads: (db, of) => record.listAllSignOffs(db, whose(of)) },
    listSigningCredentials: {
      ...signed,
      reads: (db, of) => record.listSigningCredentials(db, whose(of)),
    },
    listAllShares: {
      ...owner,
      jobs: ['open-share'],
      link: true,
      reads: (db, of) => record.listAllShares(db, whose(of)),
    },
    // As one who signed: here the assessor of the record is asked for.
    listGivenSignings: {
      ...signed,
      reads: (db, { assessorId }) => record.listGivenSignings(db, { personId: assessorId }),
    },
    listOwnDrafts: {
      ...assessor,
      reads: (db, { assessorId }) => record.listOwnDrafts(db, { personId: assessorId }),
    },
    countSignedAt: { ...signed, reads: (db, of) => record.countSignedAt(db, whose(of)) },
    erasePassport: { may: [], writes: (db, of) => record.erasePassport(db, whose(of)) },
    ending: {
      ...retention,
      of: ['holder'],
      writes: async (db) => {
        const names = [
          ...(['end_signing_drafts', 'end_unsigned_requests'] as const),
          ...(['end_shares', 'end_corridor_visits'] as const),
        ]
        for (const name of names) await record.ending(name)(db, farOff())
      },
    },
  },
  'src/passports/passports-store.ts': {
    lockPassport: { locks: (db, { personId }) => passports.lockPassport(db, personId) },
    findOwnRole: {
      ...owner,
      reads: async (db, { personId }) => (await passports.findOwnRole(db, personId)).level,
    },
    listAnswers: {
      may: ['owner', 'assessor'],
      reads: (db, of) => passports.listAnswers(db, { ...holder(of), edition }),
    },
    listAnswersByEdition: {
      may: ['owner', 'assessor'],
      reads: async (db, of) => [...(await passports.listAnswersByEdition(db, holder(of)))],
    },
    listAnswerChanges: {
      may: ['owner', 'assessor'],
      reads: (db, of) =>
        passports.listAnswerChanges(db, { ...holder(of), editions, codes: of.openCodes }),
    },
    insertAnswers: {
      ...owner,
      writes: (db, of) =>
        passports.insertAnswers(
          db,
          { ...holder(of), edition },
          new Map([[of.codes[0] ?? '', 'confident']]),
        ),
    },
    findNote: {
      ...owner,
      reads: (db, of) => passports.findNote(db, { ...holder(of), editions, section: '3.9' }),
    },
    findNoteTime: {
      ...owner,
      reads: (db, of) => passports.findNoteTime(db, { ...holder(of), editions, section: '3.9' }),
    },
    listNotes: { ...owner, reads: (db, of) => passports.listNotes(db, holder(of)) },
    insertNote: {
      ...owner,
      writes: (db, of) =>
        passports.insertNote(db, { ...holder(of), edition, section: '3.9' }, 'Mine.'),
    },
  },
  'src/passports/sign-offs/requests-store.ts': {
    insertRequest: {
      ...owner,
      writes: (db, { personId, assessorId, organisation, codes }) =>
        requests.insertRequest(db, {
          ...{ id: randomUUID(), holderId: personId, assessorId, organisation, edition },
          ...{ section: '3.9', level: 'entry', codes },
        }),
    },
    ...chanceRule,
    insertRequestAnswer: {
      ...assessor,
      writes: (db, { openRequest }) =>
        requests.insertRequestAnswer(db, {
          ...{ requestId: openRequest, outcome: 'declined', reason: 'No.' },
        }),
    },
    listOwnRequests: {
      may: ['owner', 'assessor'],
      reads: (db, of) => requests.listOwnRequests(db, holder(of)),
    },
    listRequestsTo: {
      may: ['owner', 'assessor'],
      reads: (db, { assessorId }) => requests.listRequestsTo(db, { assessorId }),
    },
    getRequestTo: {
      may: ['owner', 'assessor'],
      reads: (db, { openRequest, assessorId }) =>
        requests.getRequestTo(db, { id: openRequest, assessorId }),
    },
    getOwnRequest: {
      may: ['owner', 'assessor'],
      reads: (db, of) => requests.getOwnRequest(db, { id: of.openRequest, ...holder(of) }),
    },
  },
  'src/passports/shares/shares-store.ts': {
    insertShare: {
      ...owner,
      writes: (db, of) =>
        shares.insertShare(db, {
          ...{ id: randomUUID(), ...holder(of), tokenHash: randomBytes(32) },
          ...{ expiresAt: soon(), credentials: [of.credential] },
        }),
    },
    listLiveShares: {
      ...owner,
      jobs: ['open-share'],
      link: true,
      reads: (db, of) => shares.listLiveShares(db, { ...holder(of), now: new Date() }),
    },
    insertShareEnd: {
      ...owner,
      writes: (db, of) => shares.insertShareEnd(db, { id: of.share, ...holder(of) }),
    },
    endLiveShares: { ...owner, writes: (db, of) => shares.endLiveShares(db, holder(of)) },
    isStopped: {
      ...owner,
      jobs: ['open-share'],
      reads: (db, of) => shares.isStopped(db, { id: of.stoppedShare, ...holder(of) }),
    },
    findLiveShare: {
      ...owner,
      jobs: ['open-share'],
      link: true,
      reads: (db, { tokenHash }) => shares.findLiveShare(db, { tokenHash, now: new Date() }),
    },
    listSharedIds: {
      ...owner,
      link: true,
      reads: (db, { share }) => shares.listSharedIds(db, { shareId: share }),
    },
  },
  'src/passports/sign-offs/signing-drafts-store.ts': {
    saveSigningDraft: {
      ...assessor,
      writes: (db, { openRequest, assessorId }) =>
        drafts.saveSigningDraft(db, { requestId: openRequest, assessorId }, draft),
    },
    findSigningDraft: {
      ...assessor,
      reads: (db, { openRequest, assessorId }) =>
        drafts.findSigningDraft(db, { requestId: openRequest, assessorId }),
    },
  },
  'src/passports/sign-offs/signing-acts-store.ts': {
    insertSigning: {
      ...assessor,
      writes: async (db, of, actor) => {
        // Answered first, as whoever was asked: only then there is something to sign.
        if (actor === owners[of.owner].assessor) {
          await requests.insertRequestAnswer(db, { requestId: of.openRequest, outcome: 'signed' })
        }
        const made: Parameters<typeof acts.insertSigning>[1] = {
          ...{ id: randomUUID(), requestId: of.openRequest, ...holder(of), edition },
          ...{ assessorId: of.assessorId, organisation: of.organisation, section: '7.1' },
          ...{ level: 'entry', method: 'observed', assessedOn: '2026-02-01', setting: 'Ward' },
          ...{ shown: shownBy(of), stepUp: stepUp() },
        }
        await acts.insertSigning(db, made, of.openCodes)
      },
    },
    insertSigningCredential: {
      may: ['assessor', 'issuer'],
      writes: (db, of) =>
        acts.insertSigningCredential(db, {
          ...{ signingId: of.signing, ...holder(of), credentialId: of.spareCredential },
        }),
    },
    insertWithdrawals: {
      may: ['issuer'],
      writes: (db, of, actor) =>
        acts.insertWithdrawals(db, {
          ...{ signOffs: [of.signOff], ...holder(of), cause: 'error', explanation: 'Wrong.' },
          withdrawnBy: actor === 'nobody' ? members.issuer.id : members[actor].id,
          stepUp: stepUp(),
        }),
    },
    lockSigning: { locks: (db, { signing }) => acts.lockSigning(db, signing) },
    ...correctionRules,
  },
  'src/passports/sign-offs/signings-store.ts': {
    ...ownSlipRules,
    ...heldSigningRules,
    listSigningsFor: { ...signed, reads: (db, of) => signings.listSigningsFor(db, holder(of)) },
    findSigningOf: {
      ...signed,
      reads: (db, { request, assessorId }) =>
        signings.findSigningOf(db, { requestId: request, assessorId }),
    },
    findSigningShownBy: {
      ...signed,
      reads: (db, of) =>
        signings.findSigningShownBy(db, { credentialId: of.credential, ...holder(of) }),
    },
    listSigningsAt: {
      ...signed,
      reads: async (db, { organisation, signing }) => {
        const all = await signings.listSigningsAt(db, { organisations: [organisation] })
        return all.filter(({ id }) => id === signing)
      },
    },
    getSigningAt: {
      ...signed,
      reads: (db, { signing, organisation }) =>
        signings.getSigningAt(db, { id: signing, organisations: [organisation] }),
    },
  },
}

function shownBy({ organisation }: WorldRecord) {
  return {
    assessor: { name: 'Somebody', jobTitle: 'Assessor' },
    organisation: { name: organisation },
  } as never
}
