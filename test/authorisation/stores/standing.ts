import * as sharing from '../../../src/development/standing/sharing-store.ts'
import * as record from '../../../src/development/standing/standing-record-store.ts'
import * as team from '../../../src/development/standing/team-standing-store.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
/** Of what the owner shows to whoever manages people where they work, and to their supervisor. */
const shown = { may: ['manager', 'assessor'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const there = ({ personId, organisation }: WorldRecord) => ({
  ...{ holderId: personId, organisation },
})
const asked = ({ organisation, personId }: WorldRecord) => ({ organisation, personId })
const askedOf = (of: WorldRecord) => ({ ...asked(of), editions: ['ahp-support-worker/2026'] })

export const standingStores: Readonly<Record<string, StoreRules>> = {
  'src/development/standing/sharing-store.ts': {
    listStandingShares: { ...owner, reads: (db, of) => sharing.listStandingShares(db, there(of)) },
    // Who supervises somebody is known to both, and to whoever manages people there.
    listStandingSupervisors: {
      may: ['owner', 'assessor', 'manager'],
      reads: (db, of) => sharing.listStandingSupervisors(db, there(of)),
    },
    insertStandingShare: {
      ...owner,
      writes: async (db, of) => {
        await sharing.endStandingShares(db, there(of))
        const chosen = {
          ...({ audience: 'supervisors', depth: 'counts' } as const),
          endsOn: new Date().toISOString().slice(0, 10),
        } as const
        return sharing.insertStandingShare(db, { ...there(of), ...chosen })
      },
    },
    endStandingShares: { ...owner, writes: (db, of) => sharing.endStandingShares(db, there(of)) },
  },
  'src/development/standing/standing-record-store.ts': {
    listAllStandingShares: {
      ...owner,
      reads: (db, of) => record.listAllStandingShares(db, whose(of)),
    },
    eraseStanding: { may: [], writes: (db, of) => record.eraseStanding(db, whose(of)) },
    endStandingHistory: {
      ...{ may: [], jobs: ['enforce-retention'], of: ['holder'] },
      writes: (db) => record.endStandingHistory(db, new Date(Date.now() + 9e12)),
    },
  },
  'src/development/standing/team-standing-store.ts': {
    listSharers: {
      ...shown,
      reads: (db, of) => team.listSharers(db, asked(of)),
    },
    listSharedSignings: {
      ...shown,
      reads: async (db, of) =>
        (await team.listSharedSignings(db, askedOf(of))).get(of.personId) ?? [],
    },
    listSharedAnswers: {
      ...shown,
      reads: async (db, of) => [
        ...((await team.listSharedAnswers(db, askedOf(of))).get(of.personId) ?? []),
      ],
    },
    listSharedEntries: {
      ...shown,
      reads: async (db, of) =>
        (await team.listSharedEntries(db, askedOf(of))).get(of.personId) ?? [],
    },
    listSharedReceived: {
      ...shown,
      reads: async (db, of) =>
        (await team.listSharedReceived(db, askedOf(of))).get(of.personId) ?? [],
    },
  },
}
