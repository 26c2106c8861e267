/** Frameworks, consultations and credentials. */
import { randomBytes, randomUUID } from 'node:crypto'
import * as consultations from '../../../src/consultations/consultations-store.ts'
import * as record from '../../../src/credentials/credentials-record-store.ts'
import * as credentials from '../../../src/credentials/credentials-store.ts'
import * as issuers from '../../../src/credentials/issuers-store.ts'
import * as frameworks from '../../../src/frameworks/frameworks-store.ts'
import { wordsOf } from '../canary.ts'
import { members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'

const edition = 'ahp-support-worker/2026'
const consultation = 'ahp-support-worker-2021'
const decider = { may: ['decider'] } as const
const keys = { may: [], jobs: ['keys'] } as const
const loads = { may: [], jobs: ['load-content'] } as const

export const readingStores: Readonly<Record<string, StoreRules>> = {
  'src/consultations/consultations-store.ts': {
    findSameText: {
      ...decider,
      jobs: ['import-response', 'load-content'],
      reads: (db, { owner }) =>
        consultations.findSameText(db, {
          ...{ consultation, digest: wordsOf(owner, 'response'), example: false },
        }),
    },
    insertResponse: {
      ...decider,
      of: ['holder'],
      writes: (db, _, actor) =>
        consultations.insertResponse(db, {
          ...{ id: randomUUID(), consultation, digest: randomUUID(), example: false },
          ...{ respondent: 'Somebody', source: 'Words.', response: {} as never },
          importedBy: actor === 'nobody' ? '' : members[actor].id,
        }),
    },
    listResponses: {
      ...decider,
      jobs: ['import-response', 'load-content'],
      reads: async (db, { response }) =>
        (await consultations.listResponses(db, { consultation, scope: 'all' })).filter(
          ({ id }) => id === response,
        ),
    },
    findResponse: {
      ...decider,
      jobs: ['import-response', 'load-content'],
      reads: (db, { response }) =>
        consultations.findResponse(db, { consultation, id: response, scope: 'all' }),
    },
    listImportedBy: {
      ...decider,
      of: ['holder'],
      jobs: ['import-response', 'load-content'],
      reads: (db) => consultations.listImportedBy(db, { personId: members.steward.id }),
    },
  },
  'src/credentials/credentials-record-store.ts': {
    eraseCredentials: {
      may: [],
      writes: (db, { personId }) => record.eraseCredentials(db, { personId }),
    },
  },
  'src/credentials/credentials-store.ts': {
    findHolderDid: {
      may: ['owner'],
      jobs: ['keys'],
      reads: (db, { personId }) => credentials.findHolderDid(db, personId),
    },
    insertHolderKey: {
      ...keys,
      of: ['holder'],
      writes: (db) =>
        credentials.insertHolderKey(db, {
          ...{ did: `did:key:${randomUUID()}`, holderId: members.manager.id },
          sealedPrivateKey: randomBytes(60),
        }),
    },
    takeStatusIndex: {
      may: ['any-assessor-there', 'issuer'],
      writes: (db, { statusList }) => credentials.takeStatusIndex(db, statusList),
    },
    // Never by itself: with a signing, or in the place of another (passports-store.test.ts).
    insertCredential: {
      may: [],
      writes: (db, { personId, organisation, statusList }, actor) =>
        credentials.insertCredential(db, {
          ...{ id: randomUUID(), holderId: personId, organisation, statusList },
          issuedBy: actor === 'nobody' ? undefined : members[actor].id,
          ...{ statusIndex: 99_999, document: {}, issuedAt: new Date(), replaces: undefined },
        }),
    },
    insertStatusChange: {
      may: ['issuer'],
      writes: (db, { statusList, statusIndex }) =>
        credentials.insertStatusChange(db, {
          ...{ id: randomUUID(), list: statusList, index: statusIndex },
          ...{ purpose: 'revocation', set: true },
        }),
    },
    findStatusPlace: {
      may: ['owner', 'assessor', 'issuer'],
      link: true,
      reads: (db, { credential, organisation }) =>
        credentials.findStatusPlace(db, { id: credential, organisations: [organisation] }),
    },
    getValidFrom: {
      may: ['owner', 'assessor', 'issuer'],
      link: true,
      reads: (db, { credential, organisation }) =>
        credentials.getValidFrom(db, { id: credential, organisation }),
    },
    findCredential: {
      may: ['owner', 'assessor', 'issuer'],
      link: true,
      reads: (db, { credential, personId }) =>
        credentials.findCredential(db, { id: credential, holderId: personId }),
    },
    listCredentials: {
      may: ['owner', 'assessor', 'issuer'],
      link: true,
      reads: (db, { personId }) => credentials.listCredentials(db, { holderId: personId }),
    },
    findSharedCredentials: {
      may: ['owner', 'assessor', 'issuer'],
      link: true,
      reads: (db, { credential }) => credentials.findSharedCredentials(db, [credential]),
    },
  },
  'src/credentials/issuers-store.ts': {
    findBaseAddress: { open: (db) => issuers.findBaseAddress(db) },
    listIssuerKeys: { open: (db, { organisation }) => issuers.listIssuerKeys(db, organisation) },
    findLatestKey: { open: (db) => issuers.findLatestKey(db) },
    findStatusList: { open: (db, { statusList }) => issuers.findStatusList(db, statusList) },
    countStatusChanges: {
      open: (db, { statusList }) => issuers.countStatusChanges(db, statusList, '2026-11-22'),
    },
    listStatusChanges: { open: (db, { statusList }) => issuers.listStatusChanges(db, statusList) },
    findStatuses: {
      open: (db, { statusList, statusIndex }) =>
        issuers.findStatuses(db, [{ list: statusList, index: statusIndex }]),
    },
    lockKeysOf: { locks: (db, { organisation }) => issuers.lockKeysOf(db, organisation) },
    // There is one already: written once, and kept by the first that comes.
    insertBaseAddress: {
      tried: {
        file: 'src/credentials/key-encryption.test.ts',
        title: 'is refused at another address, and says which one',
      },
    },
    insertIssuerKey: {
      ...keys,
      writes: (db, { organisation }) =>
        issuers.insertIssuerKey(db, organisation, {
          ...{ id: randomUUID(), publicKey: randomBytes(32), sealedPrivateKey: randomBytes(60) },
        }),
    },
    findOpenStatusList: {
      open: (db, { organisation }) => issuers.findOpenStatusList(db, organisation),
    },
    insertStatusList: {
      ...keys,
      writes: (db, { organisation }) =>
        issuers.insertStatusList(db, {
          ...{ id: randomUUID(), organisation, length: 131_072, start: 0, step: 1 },
        }),
    },
  },
  'src/frameworks/frameworks-store.ts': {
    findEdition: { open: (db) => frameworks.findEdition(db, edition) },
    findEditionHead: { open: (db) => frameworks.findEditionHead(db, edition) },
    listEditions: { open: (db) => frameworks.listEditions(db) },
    searchStatements: { open: (db) => frameworks.searchStatements(db, edition, 'person') },
    insertEdition: {
      ...loads,
      of: ['holder'],
      writes: (db) =>
        frameworks.insertEdition(
          db,
          { slug: 'new', version: '1', title: 'New', status: 'draft', domains: [] } as never,
          { digest: randomUUID() },
        ),
    },
    removeDraftEdition: {
      may: [],
      of: ['holder'],
      writes: (db) => frameworks.removeDraftEdition(db, 'not-there/1'),
    },
  },
}
