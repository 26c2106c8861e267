/** The catalogue and what people ask of it, what helps them, and where to turn. */
import { randomUUID } from 'node:crypto'
import * as asks from '../../../src/development/learning/asks-store.ts'
import * as files from '../../../src/development/learning/course-files-store.ts'
import * as courses from '../../../src/development/learning/courses-store.ts'
import * as record from '../../../src/development/learning/learning-record-store.ts'
import type { CourseDraft } from '../../../src/development/learning/model/course.ts'
import * as wishes from '../../../src/development/learning/wishes-store.ts'
import * as support from '../../../src/development/support/support-store.ts'
import * as contacts from '../../../src/organisations/signposting/contacts-store.ts'
import type { ContactDraft } from '../../../src/organisations/signposting/model/contact.ts'
import { type ActorName, members, owners } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const edition = 'ahp-support-worker/2026'
const owner = { may: ['owner'] } as const
const manager = { may: ['manager'] } as const
const both = { may: ['owner', 'manager'] } as const
const provider = { may: ['issuer', 'manager'] } as const
const holder = ({ personId }: WorldRecord) => ({ holderId: personId })
const whose = ({ personId }: WorldRecord) => ({ personId })
const places = ({ organisation }: WorldRecord) => ({ organisations: [organisation] })
const file = ({ courseFile, organisation }: WorldRecord) => ({ id: courseFile, organisation })
const course = ({ course, organisation }: WorldRecord) => ({ id: course, organisation })
const contact = ({ contact, organisation }: WorldRecord) => ({ id: contact, organisation })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.holder.id : members[actor].id)
const managerId = ({ owner }: WorldRecord) => members[owners[owner].manager].id
const at = new Date()
const today = () => at.toISOString().slice(0, 10)
const nobody = '00000000-0000-4000-8000-000000000000'

const draft = (): CourseDraft => ({
  ...{ title: `A course ${randomUUID()}`, summary: null, codes: ['3.9-entry'], level: 'entry' },
  ...{ mode: 'online', place: null, nation: 'england', minutes: 60, pence: 0, starts_on: null },
  ...{ listed_until: '2099-01-01', link: null },
})
const local: ContactDraft = {
  ...{ purpose: 'carers', role: 'Carers lead', phone: '01632 960 003', email: null, web: null },
  ...{ hours: null, checked_on: '2026-11-01', review_on: '2099-01-01' },
}

export const learningStores: Readonly<Record<string, StoreRules>> = {
  'src/development/learning/courses-store.ts': {
    findCourses: {
      open: async (db) => (await courses.findCourses(db, { page: 1 }, today())).courses,
    },
    findCourse: { open: (db, of) => courses.findCourse(db, of.course) },
    getCourse: { open: (db, of) => courses.getCourse(db, of.course) },
    getOwnCourse: { open: (db, of) => courses.getOwnCourse(db, course(of)) },
    listCourses: { open: (db, { organisation }) => courses.listCourses(db, organisation, 9) },
    listCourseKeys: { open: (db, { organisation }) => courses.listCourseKeys(db, organisation) },
    insertCourse: {
      ...provider,
      writes: (db, { organisation }) =>
        courses.insertCourse(db, { id: randomUUID(), organisation, edition, draft: draft() }),
    },
    setCourse: {
      ...provider,
      writes: (db, of) => courses.setCourse(db, { ...course(of), edition, draft: draft(), at }),
    },
    setCourseRemoved: {
      ...provider,
      writes: (db, of) => courses.setCourseRemoved(db, { ...course(of), at }),
    },
  },
  'src/development/learning/course-files-store.ts': {
    insertCourseFile: {
      ...provider,
      writes: (db, { organisation }) =>
        files.insertCourseFile(db, { id: randomUUID(), organisation, edition, head: [], rows: [] }),
    },
    getCourseFile: {
      ...{ ...provider, jobs: ['import-courses'] },
      reads: (db, of) => files.getCourseFile(db, file(of)),
    },
    setCourseFileStarted: {
      ...provider,
      writes: (db, of) => files.setCourseFileStarted(db, { ...file(of), at, drafts: [] }),
    },
    setCourseFileCancelled: {
      ...provider,
      writes: (db, of) => files.setCourseFileCancelled(db, { ...file(of), at }),
    },
    importCourses: {
      tried: {
        file: 'src/development/learning/learning-routes.test.ts',
        title: 'is taken in behind the page, once, and what is there already is left',
      },
    },
    findImportedCourses: {
      tried: {
        file: 'src/development/learning/learning-routes.test.ts',
        title: 'is taken in behind the page, once, and what is there already is left',
      },
    },
  },
  'src/development/learning/asks-store.ts': {
    insertAsk: {
      ...owner,
      writes: (db, of) =>
        asks.insertAsk(db, {
          ...{ id: randomUUID(), courseId: of.otherCourse, ...holder(of), words: 'Please' },
          organisation: of.organisation,
          shown: {
            ...{ title: 'A course', provider: 'A college', edition, codes: [] },
            ...{ cost: 'Free', hours: '1 hour' },
          },
        }),
    },
    listOwnAsks: { ...both, reads: (db, of) => asks.listOwnAsks(db, holder(of)) },
    getOwnAsk: { ...both, reads: (db, of) => asks.getOwnAsk(db, { id: of.ask, ...holder(of) }) },
    // Of one organisation's, each of those who asked sees their own.
    listAsksTo: {
      may: ['manager', 'owner'],
      of: ['stranger'],
      reads: (db, of) => asks.listAsksTo(db, places(of)),
    },
    getAskTo: { ...both, reads: (db, of) => asks.getAskTo(db, { id: of.ask, ...places(of) }) },
    setAnswered: {
      ...manager,
      writes: (db, of, actor) =>
        asks.setAnswered(db, {
          ...{ id: of.ask, organisation: of.organisation, outcome: 'approved', reply: 'Yes' },
          ...{ answeredBy: idOf(actor), at },
        }),
    },
    setWithdrawn: {
      ...owner,
      writes: (db, of) => asks.setWithdrawn(db, { id: of.ask, ...holder(of), at }),
    },
    setAttended: {
      ...owner,
      writes: (db, of) =>
        asks.setAttended(db, { id: of.approvedAsk, ...holder(of), on: '2026-11-02' }),
    },
    withdrawOpenAsks: {
      ...owner,
      writes: (db, of) => asks.withdrawOpenAsks(db, { ...whose(of), at }),
    },
  },
  'src/development/learning/wishes-store.ts': {
    listOwnAreas: {
      tried: {
        file: 'src/development/learning/learning-routes.test.ts',
        title: 'is told only when it is ticked, once, and taken back',
      },
    },
    insertWishes: {
      ...owner,
      writes: (db, of) =>
        wishes.insertWishes(db, [
          {
            ...{ id: randomUUID(), ...holder(of), edition, code: '3.7-entry' },
            area: 'merrowfell-and-ostlewick',
          },
        ]),
    },
    listOwnWishes: { ...owner, reads: (db, of) => wishes.listOwnWishes(db, holder(of)) },
    removeWish: {
      ...owner,
      writes: (db, of) => wishes.removeWish(db, { id: of.wish, ...holder(of) }),
    },
    listWanted: {
      may: ['issuer', 'manager', 'sees-figures'],
      reads: async (db, { organisation }) => (await wishes.listWanted(db, { organisation })).wanted,
    },
  },
  'src/development/learning/learning-record-store.ts': {
    listAllAsks: { ...both, reads: (db, of) => record.listAllAsks(db, whose(of)) },
    listAnswersGiven: {
      ...manager,
      reads: (db, of) => record.listAnswersGiven(db, { personId: managerId(of) }),
    },
    listAllWishes: { ...owner, reads: (db, of) => record.listAllWishes(db, whose(of)) },
    listAllNeeds: { ...both, reads: (db, of) => record.listAllNeeds(db, whose(of)) },
    listAllSupportShares: {
      ...both,
      reads: (db, of) => record.listAllSupportShares(db, whose(of)),
    },
    listAllOffers: { ...both, reads: (db, of) => record.listAllOffers(db, whose(of)) },
    listOffersMade: {
      ...manager,
      reads: (db, of) => record.listOffersMade(db, { personId: managerId(of) }),
    },
    eraseLearning: { may: [], writes: (db, of) => record.eraseLearning(db, whose(of)) },
    endLearningWishes: {
      ...{ may: [], jobs: ['enforce-retention'], of: ['holder'] },
      writes: (db) => record.endLearningWishes(db, new Date(Date.now() + 9e9)),
    },
  },
  'src/development/support/support-store.ts': {
    insertNeed: {
      ...owner,
      writes: (db, of) =>
        support.insertNeed(db, { id: randomUUID(), ...holder(of), kind: 'time', words: 'Time' }),
    },
    listOwnNeeds: { ...both, reads: (db, of) => support.listOwnNeeds(db, holder(of)) },
    getOwnNeed: {
      ...owner,
      reads: (db, of) => support.getOwnNeed(db, { id: of.ownNeed, ...holder(of) }),
    },
    listSharedNeeds: {
      may: ['manager', 'owner'],
      of: ['stranger'],
      reads: (db, of) => support.listSharedNeeds(db, places(of)),
    },
    getSharedNeed: {
      ...both,
      reads: (db, of) => support.getSharedNeed(db, { id: of.need, ...places(of) }),
    },
    setNeedEnded: {
      ...owner,
      writes: (db, of) => support.setNeedEnded(db, { id: of.need, ...holder(of), at }),
    },
    insertSupportShare: {
      ...owner,
      writes: (db, of) =>
        support.insertSupportShare(db, {
          ...{ id: randomUUID(), needId: of.ownNeed, ...holder(of) },
          organisation: of.organisation,
        }),
    },
    setSharesStopped: {
      ...owner,
      writes: (db, of) => support.setSharesStopped(db, { needId: of.need, ...holder(of), at }),
    },
    insertOffer: {
      ...manager,
      writes: (db, of, actor) =>
        support.insertOffer(db, {
          ...{ id: randomUUID(), needId: of.need, ...holder(of), words: 'Fridays' },
          ...{
            organisation: of.organisation,
            offeredBy: actor === of.owner ? nobody : idOf(actor),
          },
        }),
    },
    setOfferAnswered: {
      ...owner,
      writes: (db, of) =>
        support.setOfferAnswered(db, { id: of.offer, ...holder(of), answer: 'taken-up', at }),
    },
  },
  'src/organisations/signposting/contacts-store.ts': {
    listLocal: {
      open: (db) => contacts.listLocal(db, { purposes: ['carers'] }),
    },
    getLocal: { open: (db, { organisation }) => contacts.getLocal(db, organisation) },
    listContacts: {
      open: (db, { organisation }) =>
        contacts.listContacts(db, { organisation, purposes: ['carers'] }),
    },
    getContact: { open: (db, of) => contacts.getContact(db, contact(of)) },
    insertContact: {
      ...manager,
      writes: (db, { organisation }) =>
        contacts.insertContact(db, { id: randomUUID(), organisation, draft: local }),
    },
    setContact: {
      ...manager,
      writes: (db, of) => contacts.setContact(db, { ...contact(of), draft: local }),
    },
    setContactRemoved: {
      ...manager,
      writes: (db, of) => contacts.setContactRemoved(db, { ...contact(of), at }),
    },
  },
}
