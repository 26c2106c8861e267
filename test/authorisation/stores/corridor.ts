import { randomBytes, randomUUID } from 'node:crypto'
import { dayOf } from '../../../src/language/days.ts'
import * as visits from '../../../src/passports/corridor/visits-store.ts'
import * as renewals from '../../../src/passports/renewals/renewals-store.ts'
import * as requests from '../../../src/passports/sign-offs/requests-store.ts'
import * as acts from '../../../src/passports/sign-offs/signing-acts-store.ts'
import * as signings from '../../../src/passports/sign-offs/signings-store.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
const assessor = { may: ['assessor'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
/** Past the review date of what is due. */
const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))
const hashes = () => ({ code: randomBytes(32), secret: randomBytes(32) })
/** Two people at once, and whoever may sees only their own. */
const tried = (title: string) => ({
  tried: { file: 'src/passports/corridor/corridor-routes.test.ts', title },
})

export const corridorStores: Readonly<Record<string, StoreRules>> = {
  'src/passports/corridor/visits-store.ts': {
    offerVisit: {
      ...owner,
      writes: (db, { personId }) =>
        visits.offerVisit(db, {
          ...{ id: randomUUID(), holderId: personId, edition: 'ahp-support-worker/2026' },
          ...{
            level: 'entry',
            codes: ['5.6-entry'],
            suggested: 1,
            expiresAt: new Date(Date.now() + 6e5),
          },
          hashes: hashes(),
        }),
    },
    stopVisit: { ...owner, writes: (db, { shownVisit }) => visits.stopVisit(db, shownVisit) },
    openCode: tried('opens for one of two assessors who type it at once'),
    takeVisit: { ...assessor, writes: (db, { visit }) => visits.takeVisit(db, visit) },
    requestInVisit: {
      ...assessor,
      writes: (db, { visit }) =>
        visits.requestInVisit(db, {
          ...{ visitId: visit, id: randomUUID(), section: '5.6', codes: ['5.6-entry'] },
          outcome: 'declined',
        }),
    },
    findOwnVisit: {
      may: ['owner', 'assessor'],
      reads: (db, { visit, personId }) =>
        visits.findOwnVisit(db, { id: visit, holderId: personId }),
    },
    getOwnVisit: {
      may: ['owner', 'assessor'],
      reads: (db, { visit, personId }) => visits.getOwnVisit(db, { id: visit, holderId: personId }),
    },
    getVisitTo: {
      may: ['owner', 'assessor'],
      reads: (db, { visit, assessorId }) => visits.getVisitTo(db, { id: visit, assessorId }),
    },
    listVisitRequests: {
      may: ['owner', 'assessor'],
      reads: (db, { visit }) => visits.listVisitRequests(db, { visitId: visit }),
    },
    findLastSetting: {
      may: ['owner', 'assessor', 'issuer'],
      reads: (db, { assessorId, organisation }) =>
        visits.findLastSetting(db, { assessorId, organisation }),
    },
    listAllVisits: {
      may: ['owner', 'assessor'],
      reads: (db, of) => visits.listAllVisits(db, whose(of)),
    },
    listOwnTries: {
      may: ['owner', 'assessor'],
      reads: (db, { assessorId }) => visits.listOwnTries(db, { personId: assessorId }),
    },
    eraseCorridor: { may: [], writes: (db, of) => visits.eraseCorridor(db, whose(of)) },
  },
  'src/passports/renewals/renewals-store.ts': {
    insertRenewal: {
      ...owner,
      writes: (db, { openRequest, dueSigning }) =>
        renewals.insertRenewal(db, { requestId: openRequest, signingId: dueSigning }),
    },
    findRenewal: {
      may: ['owner', 'assessor'],
      reads: (db, { visitRequest, assessorId }) =>
        renewals.findRenewal(db, { requestId: visitRequest, assessorId }),
    },
    takeReviewReminders: {
      may: [],
      jobs: ['remind-of-reviews'],
      of: ['holder'],
      writes: (db) => renewals.takeReviewReminders(db, inDays(25)),
    },
    countReviewsDue: {
      may: [],
      jobs: ['weekly-letter'],
      of: ['holder'],
      reads: async (db, { personId }) => {
        const due = await renewals.countReviewsDue(db, { from: inDays(-999), to: inDays(9999) })
        return due.filter((one) => one.personId === personId)
      },
    },
    listReminders: {
      ...owner,
      reads: (db, of) => renewals.listReminders(db, whose(of)),
    },
    listAllRenewals: {
      may: ['owner', 'assessor'],
      reads: (db, of) => renewals.listAllRenewals(db, whose(of)),
    },
  },
}

/** Of the stores whose other rules stand with the sign-offs. */
export const chanceRule: StoreRules = {
  insertChance: {
    ...assessor,
    writes: (db, { visitRequest, personId, assessorId }) =>
      requests.insertChance(db, {
        ...{ requestId: visitRequest, holderId: personId, assessorId, occasion: 'Next week' },
      }),
  },
}

export const correctionRules: StoreRules = {
  insertCorrection: {
    ...assessor,
    writes: (db, { signing, personId, assessorId }) =>
      acts.insertCorrection(db, {
        ...{ id: randomUUID(), signingId: signing, holderId: personId, assessorId },
        ...{
          method: 'observed',
          assessedOn: '2026-02-01',
          setting: 'Ward',
          reviewOn: '2027-02-01',
        },
        stepUp: { how: 'email-code', at: new Date() },
      }),
  },
}

export const ownSlipRules: StoreRules = {
  listCorrectionsOf: {
    may: ['owner', 'assessor', 'issuer'],
    reads: (db, of) => signings.listCorrectionsOf(db, whose(of)),
  },
  getSigningAmong: {
    may: ['owner', 'assessor', 'issuer'],
    reads: (db, { signing, assessorId }) =>
      signings.getSigningAmong(db, { id: signing, personId: assessorId }),
  },
  getSigningBy: {
    may: ['owner', 'assessor', 'issuer'],
    reads: (db, { signing, assessorId }) => signings.getSigningBy(db, { id: signing, assessorId }),
  },
}
