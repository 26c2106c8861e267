import { randomUUID } from 'node:crypto'
import * as loading from '../../../src/accounts/accounts-loading-store.ts'
import * as record from '../../../src/accounts/accounts-record-store.ts'
import * as accounts from '../../../src/accounts/accounts-store.ts'
import * as standIn from '../../../src/accounts/stand-in-store.ts'
import * as waysIn from '../../../src/accounts/ways-in-store.ts'
import { trust } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const loads = { may: [], jobs: ['load-content'] } as const
const ended = {
  tried: {
    file: 'src/privacy/retention/retention.test.ts',
    title: 'is ended by that job alone',
  },
} as const

export const accountsStores: Readonly<Record<string, StoreRules>> = {
  'src/accounts/accounts-loading-store.ts': {
    findErased: {
      ...loads,
      reads: (db, { personId }) => loading.findErased(db, [personId]),
      jobs: [],
    },
    savePerson: {
      ...loads,
      writes: (db) => loading.savePerson(db, { id: randomUUID(), name: 'New', about: 'New.' }),
    },
    saveMembership: {
      ...loads,
      writes: (db, { personId }) =>
        loading.saveMembership(db, personId, {
          ...{ organisation: 'lanternstep', jobTitle: 'Helper', permissions: ['assess'] },
        }),
    },
    saveRegistration: {
      ...loads,
      may: ['owner'],
      writes: (db, { personId }) =>
        loading.saveRegistration(db, personId, {
          ...{ regulator: 'Another', number: '1', profession: 'dietetics' },
        }),
    },
    saveIdentityCheck: {
      ...loads,
      of: ['holder'],
      writes: (db) =>
        loading.saveIdentityCheck(db, {
          ...{ id: randomUUID(), personId: '00000000-0000-4000-8000-000000000011' },
          ...{ organisation: trust, how: 'known-to-employer', on: '2026-01-01' },
          checkedBy: '00000000-0000-4000-8000-000000000012',
        }),
    },
    saveAddress: {
      ...loads,
      jobs: ['load-content', 'sign-in'],
      writes: (db, { personId }) =>
        loading.saveAddress(db, {
          ...{ person: personId, address: `${randomUUID()}@example.org`, kind: 'personal' },
        }),
    },
  },
  'src/accounts/accounts-record-store.ts': {
    listOwnAccount: {
      may: ['owner'],
      reads: (db, { personId }) => record.listOwnAccount(db, { personId }),
    },
    listFormerNames: {
      may: ['owner'],
      reads: (db, { personId }) => record.listFormerNames(db, { personId }),
    },
    listAllMemberships: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'send-invitations', 'sign-in'],
      reads: (db, { personId }) => record.listAllMemberships(db, { personId }),
    },
    listAllGrants: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: (db, { personId }) => record.listAllGrants(db, { personId }),
    },
    listRegistrations: {
      may: ['owner', 'team'],
      jobs: ['load-content'],
      reads: (db, { personId }) => record.listRegistrations(db, { personId }),
    },
    listIdentityChecks: {
      may: ['owner', 'assessor', 'manager'],
      jobs: ['load-content'],
      reads: (db, { personId }) => record.listIdentityChecks(db, { personId }),
    },
    listClosings: {
      may: [],
      reads: (db, { personId }) => record.listClosings(db, { personId }),
    },
    listPermittedAt: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'review-permissions', 'sign-in'],
      reads: (db, { personId }) => record.listPermittedAt(db, { personId }),
    },
    // Nobody's account is due.
    eraseAccount: {
      may: [],
      writes: (db, { personId }) => record.eraseAccount(db, { personId }),
    },
    endSignInAttempts: ended,
    endKnownDevices: ended,
    endSessions: {
      may: [],
      jobs: ['enforce-retention'],
      writes: (db) => record.endSessions(db, new Date(Date.now() + 9e10)),
    },
  },
  'src/accounts/accounts-store.ts': {
    listDemonstrationPeople: { may: [], reads: (db) => accounts.listDemonstrationPeople(db) },
    listMemberships: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'send-invitations', 'sign-in'],
      reads: (db, { personId }) => accounts.listMemberships(db, personId),
    },
    listAssessors: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: (db, { personId }) => accounts.listAssessors(db, personId),
    },
    listIssuers: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      reads: (db, { organisation }) => accounts.listIssuers(db, organisation),
    },
    findNames: {
      may: ['owner', 'team'],
      jobs: ['load-content', 'sign-in'],
      link: true,
      reads: (db, { personId }) => accounts.findNames(db, [personId]),
    },
    findRegistration: {
      may: ['owner', 'team'],
      jobs: ['load-content'],
      reads: (db, { personId, organisation }) =>
        accounts.findRegistration(db, { personId, organisation }),
    },
    findIdentityCheck: {
      may: ['owner', 'assessor', 'manager'],
      jobs: ['load-content'],
      reads: (db, { personId }) => accounts.findIdentityCheck(db, personId),
    },
  },
  'src/accounts/stand-in-store.ts': {
    insertStandIn: {
      may: [],
      jobs: ['preview', 'load-content'],
      writes: (db) => standIn.insertStandIn(db),
    },
    findOtherEmployer: {
      open: (db, { personId }) => standIn.findOtherEmployer(db, { holderId: personId }),
    },
  },
  'src/accounts/ways-in-store.ts': {
    lockWaysIn: { locks: (db, { personId }) => waysIn.lockWaysIn(db, { personId }) },
    countWaysIn: {
      may: ['owner'],
      jobs: ['load-content', 'remind-of-work-address', 'sign-in'],
      reads: async (db, { personId }) =>
        Number(await waysIn.countWaysIn(db, { personId, providers: ['work'] })),
    },
  },
}
