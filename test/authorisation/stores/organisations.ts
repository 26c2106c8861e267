import { randomUUID } from 'node:crypto'
import * as events from '../../../src/organisations/events-store.ts'
import * as histories from '../../../src/organisations/histories-store.ts'
import * as record from '../../../src/organisations/organisations-record-store.ts'
import * as search from '../../../src/organisations/register-search-store.ts'
import * as register from '../../../src/organisations/register-store.ts'
import * as requests from '../../../src/organisations/requests/requests-store.ts'
import * as stewardship from '../../../src/organisations/stewards/stewardship-store.ts'
import * as teams from '../../../src/organisations/teams-store.ts'
import * as verifications from '../../../src/organisations/verifications-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const steward = { may: ['steward'] } as const
const loadsToo = { may: ['steward'], jobs: ['load-content'] } as const
const manager = { may: ['manager'] } as const
const everything = { words: [], page: 1 }
const idOf = (actor: ActorName) => (actor === 'nobody' ? members.holder.id : members[actor].id)

export const organisationsStores: Readonly<Record<string, StoreRules>> = {
  'src/organisations/answers-for-store.ts': {
    listAnswersFor: {
      tried: {
        file: 'src/passports/sign-offs/successor-withdraws.test.ts',
        title: 'is not found by the issuers of another, of a merger to come, or of a split',
      },
    },
  },
  'src/organisations/events-store.ts': {
    listEvents: { open: (db) => events.listEvents(db, 'merrowfell-area') },
  },
  'src/organisations/histories-store.ts': {
    findHistories: { open: (db, { organisation }) => histories.findHistories(db, organisation) },
  },
  'src/organisations/organisations-record-store.ts': {
    listOwnOrganisationRequests: {
      may: ['owner', 'steward'],
      reads: (db, { personId }) => record.listOwnOrganisationRequests(db, { personId }),
    },
    listActsForRegister: {
      open: (db) => record.listActsForRegister(db, { personId: members.steward.id }),
    },
    eraseOrganisations: {
      may: [],
      writes: (db, { personId }) => record.eraseOrganisations(db, { personId }),
    },
  },
  'src/organisations/register-search-store.ts': {
    listOrganisations: { open: (db) => search.listOrganisations(db, everything) },
    countOrganisations: { open: (db) => search.countOrganisations(db, everything) },
    findOrganisationNames: {
      open: (db, { organisation }) => search.findOrganisationNames(db, [organisation]),
    },
    listNeverVerified: { open: (db) => search.listNeverVerified(db) },
  },
  'src/organisations/register-store.ts': {
    insertOrganisation: {
      ...loadsToo,
      of: ['holder'],
      writes: (db) =>
        register.insertOrganisation(db, {
          ...{ slug: `new-${randomUUID()}`, name: 'New', kind: 'charity', nation: 'england' },
          sector: 'voluntary',
        }),
    },
    insertName: {
      ...loadsToo,
      writes: (db, { organisation }) =>
        register.insertName(db, { organisation, name: 'Another', from: '2026-01-01' }),
    },
    insertArea: {
      ...loadsToo,
      writes: (db, { organisation }) =>
        register.insertArea(db, { organisation, area: 'cwm-aelwen', from: '2026-01-01' }),
    },
    insertEvent: {
      ...loadsToo,
      writes: (db, { organisation }, actor) =>
        register.insertEvent(db, {
          ...{ id: randomUUID(), kind: 'closed', on: '2026-01-01', source: 'A notice' },
          ...{ recordedBy: idOf(actor), parts: [{ organisation, part: 'ended' }] },
        }),
    },
    lockOrganisations: {
      locks: (db, { organisation }) => register.lockOrganisations(db, [organisation]),
    },
    setAreasEnded: {
      ...loadsToo,
      writes: (db, { organisation }) =>
        register.setAreasEnded(db, { organisation, to: '2026-01-01' }),
    },
    moveMembers: {
      ...loadsToo,
      of: ['holder'],
      writes: (db) =>
        register.moveMembers(db, {
          ...{ area: 'merrowfell-and-ostlewick', into: 'cwm-aelwen', on: '2026-01-01' },
        }),
    },
    findByNameOrSlug: {
      open: (db, { organisation }) => register.findByNameOrSlug(db, organisation),
    },
    countIssuedSince: {
      ...steward,
      reads: (db, { organisation }) =>
        register.countIssuedSince(db, { organisation, day: '2020-01-01' }),
    },
    findSlugsLike: { open: (db, { organisation }) => register.findSlugsLike(db, organisation) },
  },
  'src/organisations/requests/requests-store.ts': {
    insertRequest: {
      may: ['owner'],
      writes: (db, { personId }) =>
        requests.insertRequest(db, {
          ...{ id: randomUUID(), askedBy: personId },
          wanted: { name: 'New', kind: 'charity', nation: 'england', sector: 'voluntary' },
        }),
    },
    insertRequestAnswer: {
      ...steward,
      writes: (db, { organisationRequest }, actor) =>
        requests.insertRequestAnswer(db, {
          ...{ requestId: organisationRequest, answeredBy: idOf(actor) },
          ...{ outcome: 'refused', reason: 'No.' },
        }),
    },
    listOwnRequests: {
      may: ['owner', 'steward'],
      reads: (db, { personId }) => requests.listOwnRequests(db, { askedBy: personId }),
    },
    // Somebody's own are among them; the pages ask it for stewards alone.
    listOpenRequests: {
      may: ['owner', 'steward'],
      reads: async (db, { organisationRequest }) =>
        (await requests.listOpenRequests(db)).filter(({ id }) => id === organisationRequest),
    },
    findRequestAbout: {
      may: ['steward', 'manager'],
      reads: (db, { organisation }) => requests.findRequestAbout(db, organisation),
    },
    getRequest: {
      may: ['owner', 'steward'],
      reads: (db, { organisationRequest }) => requests.getRequest(db, organisationRequest),
    },
  },
  'src/organisations/stewards/first-steward-store.ts': {
    setFirstSteward: {
      tried: {
        file: 'src/organisations/stewards/first-steward-commands.test.ts',
        title: 'is the operator’s alone',
      },
    },
  },
  'src/organisations/stewards/stewardship-store.ts': {
    listStewardOrganisations: {
      open: (db) => stewardship.listStewardOrganisations(db, ['lanyard-stewards']),
    },
  },
  'src/organisations/teams-store.ts': {
    listSites: { open: (db, { organisation }) => teams.listSites(db, organisation) },
    listTeams: { open: (db, { organisation }) => teams.listTeams(db, organisation) },
    insertSite: {
      ...manager,
      jobs: ['load-content'],
      writes: (db, { organisation }) => teams.insertSite(db, { organisation, name: randomUUID() }),
    },
    insertTeam: {
      ...manager,
      jobs: ['load-content'],
      writes: (db, { organisation }) => teams.insertTeam(db, { organisation, name: randomUUID() }),
    },
    setSite: {
      ...manager,
      writes: (db, { organisation, site }) =>
        teams.setSite(db, { id: site, organisation, name: 'Another' }),
    },
    setTeam: {
      ...manager,
      writes: (db, { organisation, team }) =>
        teams.setTeam(db, { id: team, organisation, name: 'Another' }),
    },
  },
  'src/organisations/verifications-store.ts': {
    insertProposal: {
      ...steward,
      jobs: ['load-content'],
      writes: (db, { organisation }, actor) =>
        verifications.insertProposal(db, {
          ...{ id: randomUUID(), organisation, proposedBy: idOf(actor) },
          ...{ steward: 'lanyard-stewards', proposedOn: today(), checkAgainOn: inDays(99) },
          evidence: [{ kind: 'register-entry', register: 'ods', number: '1' }],
        }),
    },
    insertAnswer: {
      may: ['second-steward'],
      jobs: ['load-content'],
      writes: (db, { organisation, proposal }, actor) =>
        verifications.insertAnswer(db, {
          ...{ proposalId: proposal, organisation, proposedBy: members.steward.id },
          ...{ answeredBy: idOf(actor), steward: 'lanyard-stewards', outcome: 'confirmed' },
          answeredOn: today(),
        }),
    },
    insertWithdrawal: {
      ...steward,
      writes: (db, { confirmedProposal }, actor) =>
        verifications.insertWithdrawal(db, {
          ...{ proposalId: confirmedProposal, from: today(), reason: 'No.' },
          withdrawnBy: idOf(actor),
        }),
    },
    getProposal: {
      may: ['steward', 'manager'],
      jobs: ['load-content'],
      reads: (db, { proposal, organisation }) =>
        verifications.getProposal(db, { id: proposal, organisation }),
    },
    listProposals: {
      may: ['steward', 'manager'],
      jobs: ['load-content'],
      reads: async (db, { organisation, proposal }) =>
        (await verifications.listProposals(db, organisation)).filter(({ id }) => id === proposal),
    },
    listOpenProposals: {
      may: ['steward', 'manager'],
      jobs: ['load-content'],
      reads: async (db, { proposal }) =>
        (await verifications.listOpenProposals(db)).filter(({ id }) => id === proposal),
    },
    listDueRechecks: {
      open: (db) => verifications.listDueRechecks(db, { from: '2020-01-01', until: '2099-01-01' }),
    },
  },
}

function today(): string {
  return inDays(0)
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
