import { randomUUID } from 'node:crypto'
import * as checks from '../../../src/organisations/memberships/checks-store.ts'
import * as grants from '../../../src/organisations/memberships/grants-store.ts'
import * as record from '../../../src/organisations/memberships/memberships-record-store.ts'
import * as ownJobs from '../../../src/organisations/memberships/own-jobs-store.ts'
import * as people from '../../../src/organisations/memberships/people-store.ts'
import * as reviews from '../../../src/organisations/memberships/reviews-store.ts'
import * as registrations from '../../../src/organisations/registrations/registrations-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const manager = { may: ['manager'] } as const
const at = ({ personId, organisation }: WorldRecord) => ({ personId, organisation })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.holder.id : members[actor].id)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** Whose own the record is, and who manages there. */
const ownOrManaged = { may: ['owner', 'manager'] } as const

const reviewed = {
  tried: {
    file: 'src/organisations/memberships/review-permissions.test.ts',
    title: 'says so to the only manager, and to those who issue there, before nobody is left',
  },
} as const

export const membershipsStores: Readonly<Record<string, StoreRules>> = {
  'src/organisations/memberships/checks-store.ts': {
    findIdentityCheckAt: {
      may: ['owner', 'assessor', 'manager'],
      jobs: ['load-content'],
      reads: (db, of) => checks.findIdentityCheckAt(db, at(of)),
    },
    insertIdentityCheck: {
      ...manager,
      jobs: ['load-content'],
      writes: (db, of, actor) =>
        checks.insertIdentityCheck(db, {
          ...{ id: randomUUID(), ...at(of), how: 'known-to-employer', on: inDays(-1) },
          by: idOf(actor),
        }),
    },
  },
  'src/organisations/memberships/grants-store.ts': {
    listGrants: {
      ...ownOrManaged,
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: (db, of) => grants.listGrants(db, at(of)),
    },
    listGrantsOf: {
      ...ownOrManaged,
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: (db, { personId, organisation }) =>
        grants.listGrantsOf(db, { personIds: [personId], organisation }),
    },
    findGrant: {
      ...ownOrManaged,
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: (db, { grant, organisation }) => grants.findGrant(db, { id: grant, organisation }),
    },
    listDueGrants: {
      ...ownOrManaged,
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: async (db, { organisation, grant }) => {
        const due = { organisation, by: inDays(30), today: inDays(0) }
        return (await grants.listDueGrants(db, due)).filter(({ id }) => id === grant)
      },
    },
    listDecidedGrants: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: async (db, { organisation, decidedGrant }) => {
        const decided = await grants.listDecidedGrants(db, { organisation, on: inDays(0) })
        return decided.filter(({ id }) => id === decidedGrant)
      },
    },
    insertGrant: {
      ...manager,
      writes: (db, of, actor) =>
        grants.insertGrant(db, {
          ...{ ...at(of), permission: 'assess', grantedBy: idOf(actor) },
          ...{ expiresOn: inDays(90), reviewOn: inDays(60) },
        }),
    },
    setGrantEnded: {
      ...manager,
      may: ['owner', 'manager'],
      writes: (db, { grant, organisation }, actor) =>
        grants.setGrantEnded(db, { id: grant, organisation, on: inDays(0), by: idOf(actor) }),
    },
    setLapsedGrantEnded: {
      ...manager,
      of: ['holder'],
      may: ['manager', 'lapsed'],
      writes: (db, { organisation }, actor) =>
        grants.setLapsedGrantEnded(db, {
          ...{ personId: members.lapsed.id, organisation, permission: 'assess' },
          ...{ on: inDays(0), by: idOf(actor) },
        }),
    },
    setGrantsExpired: {
      ...ownOrManaged,
      writes: (db, of) => grants.setGrantsExpired(db, { ...at(of), on: inDays(9) }),
    },
    listManagersAfter: {
      ...manager,
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: (db, { organisation }) =>
        grants.listManagersAfter(db, { organisation, day: inDays(9) }),
    },
    listManagedAlone: {
      tried: {
        file: 'src/organisations/stewards/first-manager.test.ts',
        title: 'is named again, with the job they have, when nobody who manages is left',
      },
    },
    lockManagers: { locks: (db, { organisation }) => grants.lockManagers(db, organisation) },
  },
  'src/organisations/memberships/memberships-record-store.ts': {
    listOwnTeams: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'send-invitations', 'sign-in'],
      reads: (db, { personId }) => record.listOwnTeams(db, { personId }),
    },
    listOwnChecks: {
      may: ['owner', 'team'],
      reads: (db, { personId }) => record.listOwnChecks(db, { personId }),
    },
  },
  'src/organisations/memberships/reviews-store.ts': {
    // To everybody else it tells what they read of colleagues anyway.
    listOrganisationsToTell: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: async (db, { organisation }) => {
        const due = await reviews.listOrganisationsToTell(db, { today: inDays(0), by: inDays(30) })
        return due.filter(({ slug }) => slug === organisation)
      },
    },
    takeLetter: {
      may: [],
      jobs: ['review-permissions'],
      writes: (db, { organisation }) =>
        reviews.takeLetter(db, { organisation, today: inDays(0), since: inDays(-7) }),
    },
    listManagerAddresses: {
      may: [],
      jobs: ['review-permissions'],
      reads: (db, { organisation }) => reviews.listManagerAddresses(db, organisation),
    },
    findLoneManager: reviewed,
    listColleagueAddresses: reviewed,
  },
  'src/organisations/memberships/worker-addresses-store.ts': {
    listWorkerAddresses: {
      tried: {
        file: 'src/organisations/memberships/tell-workers.test.ts',
        title: 'are read by the job that writes to them alone',
      },
    },
  },
  'src/organisations/memberships/own-jobs-store.ts': {
    listOwnJobs: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'send-invitations', 'sign-in'],
      reads: (db, { personId }) => ownJobs.listOwnJobs(db, { personId }),
    },
  },
  'src/organisations/memberships/people-store.ts': {
    getEmployer: { open: (db, { organisation }) => people.getEmployer(db, organisation) },
    listEmployersWhere: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: (db, { personId }) =>
        people.listEmployersWhere(db, { personId, may: ['see-statistics'] }),
    },
    listPeople: {
      ...manager,
      reads: async (db, { organisation }) => {
        const wanted = { organisation, standing: 'now', today: inDays(0) } as const
        return (await people.listPeople(db, { ...wanted, offset: 0, limit: 9 })).count
      },
    },
    getPersonAt: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: (db, of) => people.getPersonAt(db, at(of)),
    },
    insertJob: {
      ...manager,
      jobs: ['load-content'],
      writes: (db, of) => people.insertJob(db, { ...at(of), jobTitle: 'Second', from: inDays(1) }),
    },
    setJobTitle: {
      ...manager,
      jobs: ['load-content'],
      writes: (db, { job, organisation }) =>
        people.setJobTitle(db, { id: job, organisation, jobTitle: 'Another' }),
    },
    setJobTeams: {
      ...manager,
      writes: (db, { job, organisation, team }) =>
        people.setJobTeams(db, { id: job, organisation, teamIds: [team] }),
    },
    setLastDay: {
      ...ownOrManaged,
      jobs: ['load-content'],
      writes: (db, { job, organisation }, actor) =>
        people.setLastDay(db, {
          ...{ id: job, organisation, lastDay: inDays(9), endedBy: idOf(actor) },
        }),
    },
  },
  'src/organisations/registrations/registrations-store.ts': {
    listRegistrations: {
      may: ['owner', 'team'],
      jobs: ['load-content'],
      reads: (db, { personId, organisation }) =>
        registrations.listRegistrations(db, { personId, checkedAt: organisation }),
    },
    // Whom one can ask is for all who work there to know.
    listAssessorsAt: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: (db, { organisation }) => registrations.listAssessorsAt(db, { organisation }),
    },
    insertRegistration: {
      may: ['owner'],
      jobs: ['load-content'],
      writes: (db, { personId }) =>
        registrations.insertRegistration(db, {
          ...{ personId, regulator: 'Another', number: '1', profession: 'dietetics' },
        }),
    },
    setRegistrationEnded: {
      may: ['owner'],
      jobs: ['load-content'],
      writes: (db, { personId, registration }) =>
        registrations.setRegistrationEnded(db, {
          ...{ personId, by: { id: registration }, at: new Date() },
        }),
    },
    insertRegistrationCheck: {
      may: ['manager', 'issuer'],
      writes: (db, { assessorsRegistration, organisation }, actor) =>
        registrations.insertRegistrationCheck(db, {
          ...{ id: randomUUID(), registrationId: assessorsRegistration, organisation },
          ...{ outcome: 'on-register', on: inDays(-1), by: idOf(actor) },
        }),
    },
  },
}
