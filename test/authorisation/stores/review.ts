import { randomUUID } from 'node:crypto'
import * as comments from '../../../src/frameworks/review/comments-store.ts'
import * as people from '../../../src/frameworks/review/people-store.ts'
import * as publications from '../../../src/frameworks/review/publications-store.ts'
import * as record from '../../../src/frameworks/review/review-record-store.ts'
import * as reviews from '../../../src/frameworks/review/reviews-store.ts'
import * as waivers from '../../../src/frameworks/review/waivers-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

/** Stewards, and whoever was asked to write. */
const writer = { may: ['steward', 'owner'] } as const
const steward = { may: ['steward'] } as const
const idOf = (actor: ActorName) => members[actor === 'nobody' ? 'lapsed' : actor].id
const of = ({ draft }: WorldRecord) => ({ draft })
const now = new Date()
const edition = 'ahp-support-worker/2026'
const tried = (title: string) => ({
  tried: { file: 'src/frameworks/review/review-routes.test.ts', title },
})
const wholeWay = tried('leads from a draft to an edition at its address, by pages without script')
const notApproved = tried('publishes for nobody what is not approved')

export const reviewStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/review/people-store.ts': {
    listDraftMembers: {
      ...writer,
      jobs: ['tell-of-draft'],
      reads: (db, record) => people.listDraftMembers(db, of(record)),
    },
    findDraftNames: {
      ...writer,
      reads: async (db, record) => [...(await people.findDraftNames(db, of(record)))],
    },
    listOpenInvitations: {
      ...steward,
      reads: (db, record) => people.listOpenInvitations(db, of(record)),
    },
    insertDraftInvitation: {
      ...steward,
      writes: (db, record, actor) =>
        people.insertDraftInvitation(db, {
          ...{ ...of(record), role: 'editor', address: 'x@example.org', by: idOf(actor) },
        }),
    },
    setInvitationTakenBack: {
      ...steward,
      writes: (db, record) =>
        people.setInvitationTakenBack(db, { ...of(record), id: record.draftInvitation, now }),
    },
    findOwnInvitation: {
      may: ['owner'],
      reads: (db, { draftInvitation: id }) => people.findOwnInvitation(db, { id }),
    },
    setOwnInvitationAnswered: {
      may: ['owner'],
      writes: (db, { draftInvitation: id }) =>
        people.setOwnInvitationAnswered(db, { id, answer: 'declined' }),
    },
    setDraftPersonEnded: {
      ...writer,
      writes: (db, record) =>
        people.setDraftPersonEnded(db, { ...of(record), personId: record.personId, now }),
    },
    findAddressForDraft: {
      may: [],
      jobs: ['tell-of-draft'],
      reads: (db, record) =>
        people.findAddressForDraft(db, { ...of(record), personId: record.personId }),
    },
  },
  'src/frameworks/review/comments-store.ts': {
    listComments: { ...writer, reads: (db, record) => comments.listComments(db, of(record)) },
    countOpenComments: {
      ...writer,
      reads: async (db, record) => [...(await comments.countOpenComments(db, of(record)))],
    },
    findThread: {
      ...writer,
      reads: (db, record) => comments.findThread(db, { ...of(record), id: record.draftComment }),
    },
    insertComment: {
      ...writer,
      writes: (db, record, actor) =>
        comments.insertComment(db, {
          ...{ ...of(record), id: randomUUID(), thing: 'edition', words: 'Yes', by: idOf(actor) },
        }),
    },
    insertCommentState: {
      ...writer,
      writes: (db, { draftComment: comment }, actor) =>
        comments.insertCommentState(db, { comment, state: 'settled', by: idOf(actor) }),
    },
  },
  'src/frameworks/review/waivers-store.ts': {
    listWaivers: { ...writer, reads: (db, record) => waivers.listWaivers(db, of(record)) },
    insertWaiver: {
      ...steward,
      writes: (db, record, actor) =>
        waivers.insertWaiver(db, {
          ...{ ...of(record), id: randomUUID(), code: 'a-check', target: 'edition/title' },
          ...{ quote: '', reason: 'So', by: idOf(actor) },
        }),
    },
    setWaiverEnded: {
      ...steward,
      writes: (db, record, actor) =>
        waivers.setWaiverEnded(db, {
          ...{ ...of(record), id: record.draftWaiver, by: idOf(actor), now },
        }),
    },
  },
  'src/frameworks/review/reviews-store.ts': {
    listRounds: { ...writer, reads: (db, record) => reviews.listRounds(db, of(record)) },
    listAnswers: { ...writer, reads: (db, record) => reviews.listAnswers(db, of(record)) },
    listApprovals: { ...writer, reads: (db, record) => reviews.listApprovals(db, of(record)) },
    findWritten: {
      ...writer,
      reads: async (db, record) => [...(await reviews.findWritten(db, of(record))).writers],
    },
    insertRound: {
      ...writer,
      writes: (db, record, actor) =>
        reviews.insertRound(db, {
          ...{ ...of(record), round: 2, revision: 1, askedBy: idOf(actor) },
        }),
    },
    insertAnswer: wholeWay,
    insertApproval: wholeWay,
    setDraftState: {
      ...writer,
      writes: (db, record) => reviews.setDraftState(db, { ...of(record), state: 'in-review' }),
    },
  },
  'src/frameworks/review/publications-store.ts': {
    // For everybody, of an edition that was published here.
    findEditionRecord: wholeWay,
    insertPublication: notApproved,
    insertPublishedWaivers: notApproved,
    lockFramework: { locks: (db) => publications.lockFramework(db, { slug: 'a-framework' }) },
    insertWithdrawal: {
      ...steward,
      writes: (db, _, actor) =>
        publications.insertWithdrawal(db, {
          ...{ edition, fromDay: '2099-01-01', reason: 'So', by: idOf(actor) },
          for: 'lanyard-stewards',
        }),
    },
  },
  'src/frameworks/review/review-record-store.ts': {
    listReviewActs: {
      ...writer,
      reads: (db, { personId }) => record.listReviewActs(db, { personId }),
    },
    listOwnComments: {
      ...writer,
      reads: (db, { personId }) => record.listOwnComments(db, { personId }),
    },
  },
}
