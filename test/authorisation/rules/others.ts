/** Frameworks and consultations, letters of the demonstration, and what was done. */
import { randomBytes, randomUUID } from 'node:crypto'
import { recordEvent } from '../../../src/audit/audit-store.ts'
import * as batches from '../../../src/audit/batches-store.ts'
import * as viewings from '../../../src/audit/viewings-store.ts'
import * as consultations from '../../../src/consultations/consultations-store.ts'
import * as frameworks from '../../../src/frameworks/frameworks-store.ts'
import * as letters from '../../../src/mail/demonstration-store.ts'
import * as search from '../../../src/privacy/audit-search/audit-search-store.ts'
import { editionOf } from '../../small-edition.ts'
import { edition } from '../records.ts'
import {
  everyone,
  locks,
  type RouteRules,
  reads,
  type StoreRules,
  tellsAll,
  whoeverIsSignedIn,
  writes,
} from '../rules.ts'

export const othersRoutes: RouteRules = {
  'GET /consultations': everyone,
  'GET /consultations/:slug': {
    ...everyone,
    params: (_, { response }) => ({ slug: response.consultation }),
  },
  'GET /consultations/:slug/responses/:id': {
    may: ['decides'],
    params: (_, { response }) => ({ slug: response.consultation, id: response.id }),
    refused: [404],
  },
  'GET /consultations/:slug/import': {
    may: ['decides'],
    params: (_, { response }) => ({ slug: response.consultation }),
  },
  'POST /consultations/:slug/import': {
    may: ['decides'],
    params: (_, { response }) => ({ slug: response.consultation }),
  },
  'GET /account/activity': whoeverIsSignedIn,
  'GET /team/audit': { may: ['manages', 'stewards'] },
}

const small = editionOf({ slug: 'small', version: '9' })

export const othersStores: StoreRules = {
  'frameworks/frameworks#findEdition': tellsAll((db) => frameworks.findEdition(db, edition)),
  'frameworks/frameworks#findEditionHead': tellsAll((db) =>
    frameworks.findEditionHead(db, edition),
  ),
  'frameworks/frameworks#listEditions': tellsAll((db) => frameworks.listEditions(db)),
  'frameworks/frameworks#searchStatements': tellsAll((db) =>
    frameworks.searchStatements(db, edition, 'person'),
  ),
  'frameworks/frameworks#insertEdition': writes(
    [],
    (db) => frameworks.insertEdition(db, small, { digest: 'x' }),
    'load-content',
  ),
  'frameworks/frameworks#removeDraftEdition': writes(
    [],
    async (db) => {
      await frameworks.insertEdition(db, small, { digest: 'x' })
      await frameworks.removeDraftEdition(db, 'small/9')
    },
    'load-content',
  ),

  'consultations/consultations#findSameText': reads(['decides'], (db, { world }) =>
    consultations.findSameText(db, { ...world.response, example: false }),
  ),
  'consultations/consultations#insertResponse': writes(['decides'], (db, { character, world }) =>
    consultations.insertResponse(db, {
      id: randomUUID(),
      consultation: world.response.consultation,
      digest: randomUUID(),
      example: false,
      respondent: 'Somebody',
      response: { preamble: [], questions: [] },
      source: 'Nothing',
      importedBy: character.actor.kind === 'person' ? character.actor.id : '',
    }),
  ),
  'consultations/consultations#listResponses': reads(['anyone'], (db, { world }) =>
    consultations.listResponses(db, { ...world.response, scope: 'all' }),
  ),
  'consultations/consultations#findResponse': reads(['decides'], (db, { world }) =>
    consultations.findResponse(db, { ...world.response, scope: 'all' }),
  ),

  'mail/demonstration#insertShownLetter': writes(
    [],
    (db) => letters.insertShownLetter(db, { to: 'x@example.org', subject: 'x', text: 'x' }),
    'send-letter',
  ),
  'mail/demonstration#listShownLetters': reads([], async (db) => {
    await letters.insertShownLetter(db, { to: 'x@example.org', subject: 'x', text: 'x' })
    return letters.listShownLetters(db)
  }),

  // What somebody did is what they say of it themselves: the actor alone is held to the truth.
  'audit/audit#recordEvent': writes(['person', 'link'], (db, { record, character }) =>
    recordEvent(db, character.actor, 'share.made', `share:${record.share}`),
  ),
  'audit/batches#lockSealing': locks((db) => batches.lockSealing(db)),
  'audit/batches#listWaitingEvents': reads(
    [],
    (db) => batches.listWaitingEvents(db, 10),
    'seal-audit',
  ),
  'audit/batches#insertBatch': writes(
    [],
    async (db) => {
      await batches.insertAuditKey(db, auditKey, randomBytes(32))
      await batches.insertBatch(db, batch)
    },
    'seal-audit',
  ),
  'audit/batches#insertSeals': writes(
    [],
    async (db) => {
      await batches.insertAuditKey(db, auditKey, randomBytes(32))
      await batches.insertBatch(db, batch)
      const [event] = await batches.listWaitingEvents(db, 1)
      await batches.insertSeals(db, 1, [event?.id ?? ''])
    },
    'seal-audit',
  ),
  'audit/batches#findLastBatch': locks((db) => batches.findLastBatch(db)),
  'audit/batches#listBatches': locks((db) => batches.listBatches(db, { after: 0, limit: 1 })),
  'audit/batches#listSealedEvents': reads(
    [],
    async (db) => {
      await batches.insertAuditKey(db, auditKey, randomBytes(32))
      await batches.insertBatch(db, batch)
      const [event] = await batches.listWaitingEvents(db, 1)
      await batches.insertSeals(db, 1, [event?.id ?? ''])
      return batches.listSealedEvents(db, { from: 1, to: 1 })
    },
    'seal-audit',
  ),
  'audit/batches#findSeal': reads(
    [],
    async (db) => {
      await batches.insertAuditKey(db, auditKey, randomBytes(32))
      await batches.insertBatch(db, batch)
      const [event] = await batches.listWaitingEvents(db, 1)
      await batches.insertSeals(db, 1, [event?.id ?? ''])
      return batches.findSeal(db, event?.id ?? '')
    },
    'seal-audit',
  ),
  // Counted of what the actor may see.
  'audit/batches#countUnsealed': locks((db) => batches.countUnsealed(db)),
  'audit/batches#listAuditKeys': locks((db) => batches.listAuditKeys(db)),
  'audit/batches#insertAuditKey': writes(
    [],
    (db) => batches.insertAuditKey(db, auditKey, randomBytes(32)),
    'seal-audit',
  ),
  'audit/batches#getSealedAuditKey': reads(
    [],
    async (db) => {
      await batches.insertAuditKey(db, auditKey, randomBytes(32))
      return batches.getSealedAuditKey(db, auditKey.id)
    },
    'seal-audit',
  ),

  'audit/viewings#recordViewing': writes(['person'], (db, { record, character }) =>
    viewings.recordViewing(db, {
      holderId: record.holderId,
      viewer: character.actor.kind === 'link' ? character.actor : (character.actor as never),
      what: 'request',
    }),
  ),
  'audit/viewings#recordViewings': writes(['person'], (db, { record, character }) =>
    viewings.recordViewings(db, [
      { holderId: record.holderId, viewer: character.actor as never, what: 'request' },
    ]),
  ),

  'privacy/audit-search/audit-search#listActsAbout': reads(
    ['self', 'manages'],
    async (db, { record }) => (await search.listActsAbout(db, { holderId: record.holderId })).acts,
  ),
  'privacy/audit-search/audit-search#listActsAt': reads(
    ['self', 'manages', 'colleague'],
    async (db, { record }) =>
      (await search.listActsAt(db, { organisation: record.organisation })).acts,
  ),
  'privacy/audit-search/audit-search#listActsOfService': reads(
    ['stewards'],
    async (db) => (await search.listActsOfService(db, {})).acts,
  ),
  'privacy/audit-search/audit-search#listPeopleOf': reads(['self', 'colleague'], (db, { record }) =>
    search.listPeopleOf(db, { organisation: record.organisation, limit: 9 }),
  ),
  'privacy/audit-search/audit-search#isPersonOf': reads(['self', 'colleague'], (db, { record }) =>
    search.isPersonOf(db, { organisation: record.organisation, person: record.holderId }),
  ),
  'privacy/audit-search/audit-search#listOrganisationNames': tellsAll((db, { record }) =>
    search.listOrganisationNames(db, [record.organisation]),
  ),
}

const auditKey = { id: 'ab'.repeat(32), publicKey: randomBytes(32) }
const moment = '2026-11-22T10:57:28.123456Z'
const batch = {
  number: 1,
  events: 1,
  from: moment,
  to: moment,
  root: 'cd'.repeat(32),
  previous: '00'.repeat(32),
  sealedAt: moment,
  key: auditKey.id,
  signature: randomBytes(64),
}
