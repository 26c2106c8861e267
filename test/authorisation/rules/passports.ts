/** A passport is its holder's; others see what was asked of them, what they answer for, what is shared. */
import { createHash, randomUUID } from 'node:crypto'
import * as passports from '../../../src/passports/passports-store.ts'
import * as requests from '../../../src/passports/requests-store.ts'
import * as shares from '../../../src/passports/shares-store.ts'
import * as drafts from '../../../src/passports/signing-drafts-store.ts'
import * as signings from '../../../src/passports/signings-store.ts'
import { codesOf, edition, level, sections } from '../records.ts'
import {
  locks,
  type RouteRules,
  reads,
  type StoreRules,
  whoeverIsSignedIn,
  writes,
} from '../rules.ts'

const now = new Date()
const place = { section: sections.open, level }
const onOwn = { ...whoeverIsSignedIn, params: () => place }
const ofDomain = { ...whoeverIsSignedIn, params: () => ({ domain: '2', level }) }

export const passportsRoutes: RouteRules = {
  'GET /passport': whoeverIsSignedIn,
  'GET /passport/:credential': { may: ['self'], params: ({ credential }) => ({ credential }) },
  'GET /passport/:credential/credential.json': {
    may: ['self'],
    params: ({ credential }) => ({ credential }),
  },
  'GET /passport/assess/:level': { ...whoeverIsSignedIn, params: () => ({ level }) },
  'GET /passport/assess/:section/:level': onOwn,
  'POST /passport/assess/:section/:level': onOwn,
  'GET /passport/assess/domain/:domain/:level': ofDomain,
  'POST /passport/assess/domain/:domain/:level': ofDomain,
  'GET /passport/ask/:section/:level': onOwn,
  // Of a colleague alone: whoever works elsewhere is told to choose.
  'POST /passport/ask/:section/:level': {
    may: ['self', 'colleague'],
    params: () => place,
    fields: ({ assessorId, organisation }) => ({
      colleague: `${assessorId} ${organisation}`,
      codes: codesOf(sections.open),
    }),
    refused: [422],
  },
  'POST /passport/requests/:id/take-back': {
    may: ['self'],
    params: ({ requests }) => ({ id: requests.open }),
  },
  'GET /passport/shares': whoeverIsSignedIn,
  'POST /passport/shares': {
    may: ['self'],
    fields: ({ credential }) => ({ id: randomUUID(), credentials: credential, days: '7' }),
    refused: [422],
  },
  'POST /passport/shares/:id/stop': { may: ['self'], params: ({ share }) => ({ id: share }) },
  'GET /share/:token': {
    may: ['anyone'],
    params: ({ shareToken }) => ({ token: shareToken }),
    byLink: true,
  },
  'GET /team/requests': whoeverIsSignedIn,
  'GET /team/requests/:id': {
    may: ['asked', 'was-asked'],
    params: ({ requests }) => ({ id: requests.open }),
  },
  'POST /team/requests/:id': { may: ['asked'], params: ({ requests }) => ({ id: requests.open }) },
  'GET /team/requests/:id/check': {
    may: ['asked'],
    params: ({ requests }) => ({ id: requests.open }),
  },
  'POST /team/requests/:id/sign': {
    may: ['asked'],
    params: ({ requests }) => ({ id: requests.open }),
  },
  'GET /team/requests/:id/decline': {
    may: ['asked'],
    params: ({ requests }) => ({ id: requests.open }),
  },
  'POST /team/requests/:id/decline': {
    may: ['asked'],
    params: ({ requests }) => ({ id: requests.open }),
  },
  'GET /team/issued': { may: ['issues'] },
  'GET /team/issued/:signing/withdraw': { may: ['issues'], params: ({ signing }) => ({ signing }) },
  'POST /team/issued/:signing/withdraw': {
    may: ['issues'],
    params: ({ signing }) => ({ signing }),
  },
}

const ownPlace = (holderId: string) => ({ holderId, edition })

export const passportsStores: StoreRules = {
  'passports/passports#lockPassport': locks((db, { record }) =>
    passports.lockPassport(db, record.holderId),
  ),
  'passports/passports#findOwnRole': reads(
    ['self', 'colleague', 'was-asked', 'link'],
    async (db, { record }) => (await passports.findOwnRole(db, record.holderId)).level,
  ),
  // An assessor sees the answers to what is open with them.
  'passports/passports#listAnswers': reads(['self', 'asked'], (db, { record }) =>
    passports.listAnswers(db, ownPlace(record.holderId)),
  ),
  'passports/passports#insertAnswers': writes(['self'], (db, { record }) =>
    passports.insertAnswers(
      db,
      ownPlace(record.holderId),
      new Map([[codesOf(sections.open)[0] ?? '', 'not-yet']]),
    ),
  ),
  'passports/passports#findNote': reads(['self'], (db, { record }) =>
    passports.findNote(db, { ...ownPlace(record.holderId), section: sections.open }),
  ),
  'passports/passports#insertNote': writes(['self'], (db, { record }) =>
    passports.insertNote(db, { ...ownPlace(record.holderId), section: sections.open }, 'A note'),
  ),

  'passports/requests#insertRequest': writes(['self'], (db, { record }) =>
    requests.insertRequest(db, {
      id: randomUUID(),
      holderId: record.holderId,
      assessorId: record.assessorId,
      organisation: record.organisation,
      edition,
      section: sections.open,
      level,
      codes: codesOf(sections.open),
    }),
  ),
  'passports/requests#insertRequestAnswer': writes(['self'], (db, { record }) =>
    requests.insertRequestAnswer(db, { requestId: record.requests.open, outcome: 'taken-back' }),
  ),
  'passports/requests#listOwnRequests': reads(['self', 'asked', 'was-asked'], (db, { record }) =>
    requests.listOwnRequests(db, { holderId: record.holderId }),
  ),
  'passports/requests#listRequestsTo': reads(['self', 'asked', 'colleague'], (db, { record }) =>
    requests.listRequestsTo(db, { assessorId: record.assessorId }),
  ),
  'passports/requests#getRequestTo': reads(['self', 'asked'], (db, { record }) =>
    requests.getRequestTo(db, { id: record.requests.open, assessorId: record.assessorId }),
  ),
  'passports/requests#getOwnRequest': reads(['self', 'asked'], (db, { record }) =>
    requests.getOwnRequest(db, { id: record.requests.open, holderId: record.holderId }),
  ),

  'passports/signing-drafts#saveSigningDraft': writes(['asked'], (db, { record }) =>
    drafts.saveSigningDraft(
      db,
      { requestId: record.requests.open, assessorId: record.assessorId },
      draft,
    ),
  ),
  'passports/signing-drafts#findSigningDraft': reads(['asked'], (db, { record }) =>
    drafts.findSigningDraft(db, {
      requestId: record.requests.open,
      assessorId: record.assessorId,
    }),
  ),

  'passports/signings#insertSigning': writes(['asked'], async (db, { record }) => {
    const { requests: asked, holderId, assessorId, organisation } = record
    await requests.insertRequestAnswer(db, { requestId: asked.open, outcome: 'signed' })
    await signings.insertSigning(
      db,
      {
        id: randomUUID(),
        requestId: asked.open,
        holderId,
        assessorId,
        organisation,
        edition,
        section: sections.open,
        level,
        method: 'observed',
        assessedOn: '2026-01-01',
        setting: 'Ward',
        reviewOn: '2027-01-01',
        stepUp: { how: 'passkey', at: now },
        shown: {
          assessor: { name: 'Somebody' },
          organisation: 'Somewhere',
          identityCheck: 'not-checked',
        },
      },
      codesOf(sections.open),
    )
  }),
  'passports/signings#insertSigningCredential': writes(['asked', 'issues'], (db, { record }) =>
    signings.insertSigningCredential(db, {
      signingId: record.withdrawnSigning,
      holderId: record.holderId,
      credentialId: record.credential,
    }),
  ),
  'passports/signings#insertWithdrawals': writes(['issues'], (db, { record, character }) =>
    signings.insertWithdrawals(db, {
      signOffs: [record.signOff],
      holderId: record.holderId,
      cause: 'error',
      explanation: 'None',
      withdrawnBy: character.actor.kind === 'person' ? character.actor.id : record.holderId,
      stepUp: { how: 'passkey', at: now },
    }),
  ),
  'passports/signings#lockSigning': locks((db, { record }) =>
    signings.lockSigning(db, record.signing),
  ),
  'passports/signings#listSigningsFor': reads(['self', 'asked', 'issues'], (db, { record }) =>
    signings.listSigningsFor(db, { holderId: record.holderId }),
  ),
  'passports/signings#findSigningOf': reads(['self', 'asked', 'issues'], (db, { record }) =>
    signings.findSigningOf(db, {
      requestId: record.requests.signed,
      assessorId: record.assessorId,
    }),
  ),
  'passports/signings#findSigningShownBy': reads(['self', 'asked', 'issues'], (db, { record }) =>
    signings.findSigningShownBy(db, {
      credentialId: record.credential,
      holderId: record.holderId,
    }),
  ),
  'passports/signings#listSigningsAt': reads(
    ['self', 'asked', 'issues', 'colleague'],
    (db, { record }) => signings.listSigningsAt(db, { organisations: [record.organisation] }),
  ),
  'passports/signings#getSigningAt': reads(['self', 'asked', 'issues'], (db, { record }) =>
    signings.getSigningAt(db, { id: record.signing, organisations: [record.organisation] }),
  ),

  'passports/shares#insertShare': writes(['self'], (db, { record }) =>
    shares.insertShare(db, {
      id: randomUUID(),
      holderId: record.holderId,
      tokenHash: createHash('sha256').update(randomUUID()).digest(),
      expiresAt: new Date(now.getTime() + 86_400_000),
      credentials: [record.credential],
    }),
  ),
  'passports/shares#listLiveShares': reads(['self', 'link'], (db, { record }) =>
    shares.listLiveShares(db, { holderId: record.holderId, now }),
  ),
  'passports/shares#insertShareEnd': writes(['self'], (db, { record }) =>
    shares.insertShareEnd(db, { id: record.share, holderId: record.holderId }),
  ),
  'passports/shares#isStopped': reads(['self'], async (db, { record }) => {
    await shares.insertShareEnd(db, { id: record.share, holderId: record.holderId })
    return shares.isStopped(db, { id: record.share, holderId: record.holderId })
  }),
  'passports/shares#findLiveShare': reads(
    ['self', 'link'],
    (db, { record }) => shares.findLiveShare(db, { tokenHash: hashOf(record.shareToken), now }),
    'open-share',
  ),
  'passports/shares#listSharedIds': reads(['self', 'link'], (db, { record }) =>
    shares.listSharedIds(db, { shareId: record.share }),
  ),
}

const day = { day: '1', month: '2', year: '2026' }
const draft = {
  codes: [],
  method: 'observed',
  assessed: day,
  setting: 'Ward',
  review: day,
  note: '',
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
