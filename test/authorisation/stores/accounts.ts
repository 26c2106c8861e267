import { randomUUID } from 'node:crypto'
import * as loading from '../../../src/accounts/accounts-loading-store.ts'
import * as record from '../../../src/accounts/accounts-record-store.ts'
import * as accounts from '../../../src/accounts/accounts-store.ts'
import * as standIn from '../../../src/accounts/stand-in-store.ts'
import * as waysIn from '../../../src/accounts/ways-in-store.ts'
import { trust } from '../people.ts'
import type { StoreRule, StoreRules } from '../store-rule.ts'

const loads = { may: [], jobs: ['load-content'] } as const
/** Who works there may look at what they share, and their managers at what they answer for. */
const own = (reads: (typeof record)['listOwnAccount'] | StoreRuleCall): StoreRule => ({
  may: ['owner'],
  reads: (db, { personId }) => reads(db, { personId }) as Promise<unknown>,
})
type StoreRuleCall = (
  db: Parameters<(typeof record)['listOwnAccount']>[0],
  whose: { readonly personId: string },
) => Promise<unknown>

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
      writes: (db, { personId }) =>
        loading.saveAddress(db, {
          ...{ person: personId, address: `${randomUUID()}@example.org`, kind: 'personal' },
        }),
    },
  },
  'src/accounts/accounts-record-store.ts': {
    listOwnAccount: own(record.listOwnAccount),
    listFormerNames: own(record.listFormerNames),
    listAllMemberships: own(record.listAllMemberships),
    listAllGrants: own(record.listAllGrants),
    listRegistrations: own(record.listRegistrations),
    listIdentityChecks: own(record.listIdentityChecks),
    listClosings: own(record.listClosings),
    listPermittedAt: own(record.listPermittedAt),
    // Nobody's account is due.
    eraseAccount: {
      may: [],
      writes: (db, { personId }) => record.eraseAccount(db, { personId }),
    },
    endSessions: {
      may: [],
      jobs: ['enforce-retention'],
      writes: (db) => record.endSessions(db, new Date(Date.now() + 9e10)),
    },
  },
  'src/accounts/accounts-store.ts': {
    listDemonstrationPeople: { may: [], reads: (db) => accounts.listDemonstrationPeople(db) },
    listMemberships: own((db, { personId }) => accounts.listMemberships(db, personId)),
    listAssessors: own((db, { personId }) => accounts.listAssessors(db, personId)),
    listIssuers: {
      may: ['owner'],
      reads: (db, { organisation }) => accounts.listIssuers(db, organisation),
    },
    findNames: own((db, { personId }) => accounts.findNames(db, [personId])),
    findRegistration: {
      may: ['owner'],
      reads: (db, { personId, organisation }) =>
        accounts.findRegistration(db, { personId, organisation }),
    },
    findIdentityCheck: own((db, { personId }) => accounts.findIdentityCheck(db, personId)),
  },
  'src/accounts/stand-in-store.ts': {
    insertStandIn: { may: [], jobs: ['preview'], writes: (db) => standIn.insertStandIn(db) },
    findOtherEmployer: {
      open: (db, { personId }) => standIn.findOtherEmployer(db, { holderId: personId }),
    },
  },
  'src/accounts/ways-in-store.ts': {
    lockWaysIn: { locks: (db, { personId }) => waysIn.lockWaysIn(db, { personId }) },
    countWaysIn: own(async (db, { personId }) =>
      Number(await waysIn.countWaysIn(db, { personId, providers: ['work'] })),
    ),
  },
}
