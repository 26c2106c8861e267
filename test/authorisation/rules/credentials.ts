/** What is public of issuers, and the credentials that are their holders'. */
import { randomBytes, randomUUID } from 'node:crypto'
import * as credentials from '../../../src/credentials/credentials-store.ts'
import * as issuers from '../../../src/credentials/issuers-store.ts'
import { locks, reads, type StoreRules, tellsAll, writes } from '../rules.ts'

export const credentialsStores: StoreRules = {
  'credentials/credentials#findHolderDid': reads(
    ['self'],
    (db, { record }) => credentials.findHolderDid(db, record.holderId),
    'keys',
  ),
  'credentials/credentials#insertHolderKey': writes(
    [],
    (db, { world }) =>
      credentials.insertHolderKey(db, {
        did: `did:key:${randomUUID()}`,
        holderId: world.who('steward').id,
        sealedPrivateKey: randomBytes(32),
      }),
    'keys',
  ),
  'credentials/credentials#takeStatusIndex': writes(['assesses', 'issues'], (db, { record }) =>
    credentials.takeStatusIndex(db, listOf(record.organisation)),
  ),
  'credentials/credentials#insertCredential': writes(
    ['assesses', 'issues'],
    (db, { record, character }) =>
      credentials.insertCredential(db, {
        id: randomUUID(),
        holderId: record.holderId,
        organisation: record.organisation,
        issuedBy: character.actor.kind === 'person' ? character.actor.id : undefined,
        statusList: listOf(record.organisation),
        statusIndex: 100_000,
        document: {},
        issuedAt: new Date(),
        replaces: undefined,
      }),
  ),
  'credentials/credentials#insertStatusChange': writes(['issues'], (db, { record }) =>
    credentials.insertStatusChange(db, {
      id: randomUUID(),
      list: listOf(record.organisation),
      index: 7,
      purpose: 'revocation',
      set: true,
    }),
  ),
  'credentials/credentials#findStatusPlace': reads(['self', 'asked', 'issues'], (db, { record }) =>
    credentials.findStatusPlace(db, {
      id: record.credential,
      organisations: [record.organisation],
    }),
  ),
  'credentials/credentials#findCredential': reads(
    ['self', 'asked', 'issues', 'link'],
    (db, { record }) =>
      credentials.findCredential(db, { id: record.credential, holderId: record.holderId }),
  ),
  'credentials/credentials#listCredentials': reads(
    ['self', 'asked', 'issues', 'link'],
    (db, { record }) => credentials.listCredentials(db, { holderId: record.holderId }),
  ),
  'credentials/credentials#findSharedCredentials': reads(
    ['self', 'asked', 'issues', 'link'],
    (db, { record }) => credentials.findSharedCredentials(db, [record.credential]),
  ),

  'credentials/issuers#findBaseAddress': tellsAll((db) => issuers.findBaseAddress(db)),
  'credentials/issuers#findRegisteredOrganisation': tellsAll((db, { record }) =>
    issuers.findRegisteredOrganisation(db, record.organisation),
  ),
  'credentials/issuers#listIssuerKeys': tellsAll((db, { record }) =>
    issuers.listIssuerKeys(db, record.organisation),
  ),
  'credentials/issuers#findLatestKey': tellsAll((db) => issuers.findLatestKey(db)),
  'credentials/issuers#findStatusList': tellsAll((db, { record }) =>
    issuers.findStatusList(db, listOf(record.organisation)),
  ),
  'credentials/issuers#countStatusChanges': tellsAll((db, { record }) =>
    issuers.countStatusChanges(db, listOf(record.organisation)),
  ),
  'credentials/issuers#listStatusChanges': tellsAll((db, { record }) =>
    issuers.listStatusChanges(db, listOf(record.organisation)),
  ),
  'credentials/issuers#findStatuses': tellsAll((db, { record }) =>
    issuers.findStatuses(db, [{ list: listOf(record.organisation), index: 1 }]),
  ),
  'credentials/issuers#lockKeysOf': locks((db, { record }) =>
    issuers.lockKeysOf(db, record.organisation),
  ),
  'credentials/issuers#insertBaseAddress': locks((db) =>
    issuers.insertBaseAddress(db, 'http://elsewhere.example'),
  ),
  'credentials/issuers#insertIssuerKey': writes(
    [],
    (db, { record }) =>
      issuers.insertIssuerKey(db, record.organisation, {
        id: `did:web:intruder#${randomUUID()}`,
        publicKey: randomBytes(32),
        sealedPrivateKey: randomBytes(32),
      }),
    'keys',
  ),
  'credentials/issuers#findOpenStatusList': tellsAll((db, { record }) =>
    issuers.findOpenStatusList(db, record.organisation),
  ),
  'credentials/issuers#insertStatusList': writes(
    [],
    (db, { record }) =>
      issuers.insertStatusList(db, {
        id: randomUUID(),
        organisation: record.organisation,
        length: 131_072,
        start: 0,
        step: 1,
      }),
    'keys',
  ),
}

function listOf(organisation: string): string {
  return `${organisation}-1`
}
