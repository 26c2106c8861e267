import { randomBytes, randomUUID } from 'node:crypto'
import * as record from '../../../src/delegations/delegations-record-store.ts'
import * as delegations from '../../../src/delegations/delegations-store.ts'
import * as handovers from '../../../src/delegations/handovers-store.ts'
import * as localTasks from '../../../src/delegations/local-tasks-store.ts'
import * as openings from '../../../src/delegations/openings-store.ts'
import * as standing from '../../../src/delegations/standing-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const owner = { may: ['owner'] } as const
const watch = { jobs: ['watch-delegations'] } as const
/** The assessor of each owner delegates to them. */
const two = { may: ['owner', 'assessor'] } as const
const looked = { ...two, ...watch } as const
/** And whoever issues there is asked to take one over. */
const three = { may: ['owner', 'assessor', 'issuer'], ...watch } as const
const keepers = { may: ['manager', 'delegator-there'] } as const
const whose = ({ personId }: WorldRecord) => ({ personId })
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.issuer.id : members[actor].id)
/** Somebody with the permission and a registration, whom the world has not. */
const tried = (title: string) => ({
  tried: { file: 'src/delegations/delegations-routes.test.ts', title },
})
const edition = 'ahp-support-worker/2026'

export const delegationsStores: Readonly<Record<string, StoreRules>> = {
  'src/delegations/delegations-store.ts': {
    lockDelegation: { locks: (db, { takenTask }) => delegations.lockDelegation(db, takenTask) },
    findAskableWorker: tried('oneself, a stranger, and what one may not delegate'),
    countDelegationsDue: {
      may: [],
      jobs: ['weekly-letter'],
      reads: async (db, { personId }) => {
        const due = await delegations.countDelegationsDue(db, {
          from: '2000-01-01',
          to: '2999-01-01',
        })
        return due.filter((one) => one.personId === personId)
      },
    },
    findRegisteredProfession: {
      ...{ may: ['assessor', 'team'], jobs: ['load-content'] },
      reads: (db, { assessorId }) =>
        delegations.findRegisteredProfession(db, { personId: assessorId }),
    },
    findColleagues: {
      ...{ may: ['team'], jobs: ['load-content', 'sign-in'] },
      reads: (db, { organisation, personId }, actor) =>
        delegations.findColleagues(db, {
          ...{ organisation, name: '', personId: actor === 'holder' ? personId : idOf(actor) },
        }),
    },
    insertDelegation: tried('oneself, a stranger, and what one may not delegate'),
    getDelegation: {
      ...looked,
      reads: (db, { takenTask }) => delegations.getDelegation(db, takenTask),
    },
    listDelegationsTo: {
      ...three,
      reads: (db, { personId }) => delegations.listDelegationsTo(db, { workerId: personId }),
    },
    listDelegationsBy: {
      ...three,
      reads: (db, { assessorId }) => delegations.listDelegationsBy(db, { delegatorId: assessorId }),
    },
    listDelegationsAt: tried(
      'begins with a code, needs the employer’s yes, and shows the employer',
    ),
    listOpenDelegations: tried('pauses once, says which statement, and both are told'),
    listGone: tried('asks nobody any more, is paused, and a manager hands it over'),
    listSteps: {
      ...looked,
      reads: async (db, { refusedTask, takenTask }) => {
        const found = await delegations.listSteps(db, { delegationIds: [refusedTask, takenTask] })
        return [...found.values()].flat()
      },
    },
    insertStep: {
      ...two,
      writes: (db, { takenTask }, actor) =>
        delegations.insertStep(db, {
          ...{ delegationId: takenTask, kind: 'paused', byId: idOf(actor), why: 'For today.' },
        }),
    },
    listAddresses: tried('pauses once, says which statement, and both are told'),
  },
  'src/delegations/standing-store.ts': {
    listSignedHere: tried('is of their own organisation until the worker says yes'),
    // And whoever may delegate there, whom the world has not.
    listSignedFor: {
      ...{ may: ['owner'], ...watch },
      reads: (db, { personId, takenTask }) =>
        standing.listSignedFor(db, { workerId: personId, delegationId: takenTask }),
    },
    insertStanding: {
      ...two,
      writes: (db, { takenTask, assessorId }) =>
        standing.insertStanding(db, {
          ...{ delegationId: takenTask, shownTo: assessorId, lines: [] },
        }),
    },
    findStanding: {
      ...looked,
      reads: (db, { takenTask }) => standing.findStanding(db, { delegationId: takenTask }),
    },
  },
  'src/delegations/handovers-store.ts': {
    findOpenHandover: {
      ...three,
      reads: (db, { handedTask }) => handovers.findOpenHandover(db, { delegationId: handedTask }),
    },
    // One person issues for two of the owners.
    listHandoversTo: {
      ...{ ...three, of: ['stranger'] },
      reads: (db, { issuerId }) => handovers.listHandoversTo(db, { personId: issuerId }),
    },
    listDelegatorsAt: tried('say where they stand on a task, what would help, and whom to ask'),
    listToHandOver: {
      may: ['manager'],
      reads: (db, { organisation }) => handovers.listToHandOver(db, { organisation }),
    },
    askHandover: tried('asks nobody any more, is paused, and a manager hands it over'),
    answerHandover: {
      may: ['issuer'],
      writes: (db, { handover }) => handovers.answerHandover(db, { id: handover }),
    },
  },
  'src/delegations/openings-store.ts': {
    insertOpening: {
      ...owner,
      writes: (db, { personId, organisation }) =>
        openings.insertOpening(db, {
          ...{ id: randomUUID(), workerId: personId, workerAt: organisation },
          ...{ codeHash: randomBytes(32), expiresAt: new Date(Date.now() + 6e5) },
        }),
    },
    listOpenings: {
      ...owner,
      reads: (db, { personId }) => openings.listOpenings(db, { workerId: personId }),
    },
    setOpeningEnded: {
      ...owner,
      writes: (db, { opening, personId }) =>
        openings.setOpeningEnded(db, { id: opening, workerId: personId }),
    },
    openWorker: tried('begins with a code, needs the employer’s yes, and shows the employer'),
  },
  'src/delegations/local-tasks-store.ts': {
    listLocalTasks: {
      may: ['team'],
      reads: (db, { organisation }) =>
        localTasks.listLocalTasks(db, { organisations: [organisation] }),
    },
    insertLocalTask: {
      ...keepers,
      writes: (db, { organisation }, actor) =>
        localTasks.insertLocalTask(db, {
          ...{ id: randomUUID(), organisation, title: 'Pool', about: 'Steps.', edition },
          ...{ codes: ['3.11-entry'], endsOn: '2027-01-01', madeBy: idOf(actor) },
        }),
    },
    setLocalTaskTakenOut: {
      ...keepers,
      writes: (db, { localTask }) =>
        localTasks.setLocalTaskTakenOut(db, { id: localTask, at: new Date() }),
    },
  },
  'src/delegations/delegations-record-store.ts': {
    listAllAsked: { ...three, reads: (db, of) => record.listAllAsked(db, whose(of)) },
    listAllGiven: {
      ...three,
      reads: (db, { assessorId }) => record.listAllGiven(db, { personId: assessorId }),
    },
    listAllSteps: { ...three, reads: (db, of) => record.listAllSteps(db, whose(of)) },
    listAllStandings: { ...looked, reads: (db, of) => record.listAllStandings(db, whose(of)) },
    listAllHandovers: {
      ...three,
      reads: (db, { assessorId }) => record.listAllHandovers(db, { personId: assessorId }),
    },
    listAllOpenings: { ...owner, reads: (db, of) => record.listAllOpenings(db, whose(of)) },
    listAllLocalTasks: {
      may: ['team'],
      reads: (db, { managerId }) => record.listAllLocalTasks(db, { personId: managerId }),
    },
    countTaken: { ...three, reads: (db, of) => record.countTaken(db, whose(of)) },
    eraseDelegations: { may: [], writes: (db, of) => record.eraseDelegations(db, whose(of)) },
    endDelegations: {
      ...{ may: [], jobs: ['enforce-retention'] },
      writes: (db) => record.endDelegations(db, new Date(Date.now() + 86_400_000)),
    },
    endDelegationsNotTaken: {
      ...{ may: [], jobs: ['enforce-retention'] },
      writes: (db) => record.endDelegationsNotTaken(db, new Date(Date.now() + 86_400_000)),
    },
    endDelegationCodes: {
      ...{ may: [], jobs: ['enforce-retention'] },
      writes: (db) => record.endDelegationCodes(db, new Date(Date.now() + 86_400_000)),
    },
    endLocalTasks: {
      ...{ may: [], jobs: ['enforce-retention'] },
      writes: (db) => record.endLocalTasks(db, new Date(Date.now() + 86_400_000 * 60)),
    },
  },
}
