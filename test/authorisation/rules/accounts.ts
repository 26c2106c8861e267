/** An account is its person's alone. */
import { randomBytes, randomUUID } from 'node:crypto'
import * as loading from '../../../src/accounts/accounts-loading-store.ts'
import * as accounts from '../../../src/accounts/accounts-store.ts'
import * as openId from '../../../src/accounts/open-id/open-id-store.ts'
import * as passkeys from '../../../src/accounts/passkeys/passkeys-store.ts'
import * as addresses from '../../../src/accounts/sign-in/addresses-store.ts'
import * as codes from '../../../src/accounts/sign-in/email-codes-store.ts'
import * as recovery from '../../../src/accounts/sign-in/recovery-store.ts'
import * as sessions from '../../../src/accounts/sign-in/sessions-store.ts'
import * as waysIn from '../../../src/accounts/ways-in-store.ts'
import {
  locks,
  type RouteRules,
  reads,
  type StoreRules,
  whoeverIsSignedIn,
  writes,
} from '../rules.ts'

const now = new Date()
const later = new Date(now.getTime() + 3_600_000)
const today = now.toISOString().slice(0, 10)
const browserHash = Buffer.alloc(32, 7)

export const accountsRoutes: RouteRules = {
  'GET /account': whoeverIsSignedIn,
  'GET /account/own-way-in': whoeverIsSignedIn,
  'GET /account/recovery-sheet': whoeverIsSignedIn,
  'POST /account/recovery-sheet': whoeverIsSignedIn,
  'POST /account/sessions/end-others': whoeverIsSignedIn,
  'POST /account/sessions/:id/end': { may: ['self'], params: ({ session }) => ({ id: session }) },
  'GET /account/addresses/add': whoeverIsSignedIn,
  'POST /account/addresses/add': whoeverIsSignedIn,
  'GET /account/addresses/confirm': whoeverIsSignedIn,
  'POST /account/addresses/confirm': whoeverIsSignedIn,
  'GET /account/addresses/:id/remove': {
    may: ['self'],
    params: ({ addressId }) => ({ id: addressId }),
  },
  'POST /account/addresses/:id/remove': {
    may: ['self'],
    params: ({ addressId }) => ({ id: addressId }),
  },
}

export const accountsStores: StoreRules = {
  'accounts/accounts#listDemonstrationPeople': reads(
    ['person', 'link'],
    (db) => accounts.listDemonstrationPeople(db),
    'sign-in',
  ),
  'accounts/accounts#listMemberships': reads(['self', 'colleague'], (db, { record }) =>
    accounts.listMemberships(db, record.holderId),
  ),
  'accounts/accounts#listAssessors': reads(['self', 'colleague'], (db, { record }) =>
    accounts.listAssessors(db, record.holderId),
  ),
  'accounts/accounts#listIssuers': reads(['self', 'colleague'], (db, { record }) =>
    accounts.listIssuers(db, record.organisation),
  ),
  'accounts/accounts#findNames': reads(
    ['self', 'colleague', 'was-asked', 'link'],
    (db, { record }) => accounts.findNames(db, [record.holderId]),
  ),
  'accounts/accounts#findRegistration': reads(['self', 'colleague'], (db, { record }) =>
    accounts.findRegistration(db, record.assessorId),
  ),
  'accounts/accounts#findIdentityCheck': reads(['self', 'asked', 'was-asked'], (db, { record }) =>
    accounts.findIdentityCheck(db, record.holderId),
  ),
  'accounts/accounts-loading#saveOrganisation': writes(
    [],
    (db) =>
      loading.saveOrganisation(db, {
        ...{ slug: randomUUID(), name: 'Made up' },
        ...{ kind: 'charity', nation: 'england', sector: 'nhs' },
      }),
    'load-content',
  ),
  'accounts/accounts-loading#savePerson': writes(
    [],
    (db) => loading.savePerson(db, { id: randomUUID(), name: 'Somebody', about: 'Nobody' }),
    'load-content',
  ),
  'accounts/accounts-loading#saveMembership': writes(
    [],
    (db, { record, world }) =>
      loading.saveMembership(db, world.who('steward').id, {
        ...{ organisation: record.organisation, jobTitle: 'Intruder', permissions: ['issue'] },
      }),
    'load-content',
  ),
  'accounts/accounts-loading#saveRegistration': writes(
    [],
    (db, { record }) =>
      loading.saveRegistration(db, record.holderId, {
        ...{ regulator: 'A regulator', number: '1', profession: 'dietetics' },
      }),
    'load-content',
  ),
  'accounts/accounts-loading#saveIdentityCheck': writes(
    [],
    (db, { record }) =>
      loading.saveIdentityCheck(db, {
        ...{ id: randomUUID(), personId: record.holderId, organisation: record.organisation },
        ...{ how: 'known-to-employer', on: today, checkedBy: record.assessorId },
      }),
    'load-content',
  ),

  'accounts/sign-in/sessions#insertSession': writes(
    [],
    (db, { record }) =>
      sessions.insertSession(db, {
        ...{ tokenHash: randomBytes(32), personId: record.holderId, proof: 'passkey' },
        ...{ sharedComputer: false, device: 'An intruder', now, expiresAt: later },
      }),
    'sign-in',
  ),
  'accounts/sign-in/sessions#removeSession': writes(
    ['self'],
    (db, { record }) => sessions.removeSession(db, record.sessionHash),
    'sign-in',
  ),
  'accounts/sign-in/sessions#removeSessionsEndedBy': writes(
    ['self'],
    (db) => sessions.removeSessionsEndedBy(db, new Date(later.getTime() + 1)),
    'sign-in',
  ),
  'accounts/sign-in/sessions#findSessionPerson': reads(
    [],
    (db, { record }) => sessions.findSessionPerson(db, record.sessionHash, now),
    'sign-in',
  ),
  'accounts/sign-in/sessions#setSteppedUp': writes(
    [],
    (db, { record }) =>
      sessions.setSteppedUp(db, {
        ...{ tokenHash: record.sessionHash, newTokenHash: randomBytes(32), how: 'passkey', now },
      }),
    'sign-in',
  ),
  'accounts/sign-in/sessions#listSessions': reads(['self'], (db, { record }) =>
    sessions.listSessions(db, { personId: record.holderId, now }),
  ),
  'accounts/sign-in/sessions#removeSessionOf': writes(['self'], (db, { record }) =>
    sessions.removeSessionOf(db, { id: record.session, personId: record.holderId }),
  ),
  'accounts/sign-in/sessions#removeSessionsOf': writes(['self'], (db, { record }) =>
    sessions.removeSessionsOf(db, { personId: record.holderId }),
  ),
  'accounts/sign-in/sessions#insertKnownDevice': writes(
    [],
    (db, { record }) =>
      sessions.insertKnownDevice(db, { personId: record.holderId, device: 'A device', now }),
    'sign-in',
  ),

  'accounts/sign-in/email-codes#countCodesTo': reads(
    [],
    async (db) => {
      await codes.insertEmailCode(db, emailCode)
      const { address } = emailCode
      return codes.countCodesTo(db, { address, purpose: 'sign-in', since: [new Date(0)] })
    },
    'sign-in',
  ),
  'accounts/sign-in/email-codes#insertEmailCode': writes(
    [],
    (db) => codes.insertEmailCode(db, emailCode),
    'sign-in',
  ),
  'accounts/sign-in/email-codes#removeEmailCodesBefore': writes(
    [],
    async (db) => {
      await codes.insertEmailCode(db, emailCode)
      await codes.removeEmailCodesBefore(db, later)
    },
    'sign-in',
  ),
  'accounts/sign-in/email-codes#findOpenCode': reads(
    [],
    async (db) => {
      await codes.insertEmailCode(db, emailCode)
      return codes.findOpenCode(db, { asker: browser, now, tries: 5 })
    },
    'sign-in',
  ),
  'accounts/sign-in/email-codes#takeTry': writes(
    [],
    async (db) => {
      await codes.insertEmailCode(db, emailCode)
      return codes.takeTry(db, { asker: browser, now, tries: 5 })
    },
    'sign-in',
  ),
  'accounts/sign-in/email-codes#findOpenLink': reads(
    [],
    async (db) => {
      await codes.insertEmailCode(db, emailCode)
      return codes.findOpenLink(db, { asker: browser, linkHash, now, tries: 5 })
    },
    'sign-in',
  ),
  'accounts/sign-in/email-codes#setUsed': writes(
    [],
    async (db) => {
      await codes.insertEmailCode(db, emailCode)
      await codes.setUsed(db, { id: emailCode.id, now })
    },
    'sign-in',
  ),

  'accounts/sign-in/addresses#insertAddress': writes(
    [],
    (db, { record }) =>
      addresses.insertAddress(
        db,
        {
          ...{ id: randomUUID(), personId: record.holderId, kind: 'personal', now },
          address: 'intruder@example.org',
        },
        today,
      ),
    'sign-in',
  ),
  'accounts/sign-in/addresses#findPersonAt': reads(
    ['self'],
    (db, { record }) => addresses.findPersonAt(db, { address: record.address, today }),
    'sign-in',
  ),
  'accounts/sign-in/addresses#listAddresses': reads(['self'], (db, { record }) =>
    addresses.listAddresses(db, { personId: record.holderId }),
  ),
  'accounts/sign-in/addresses#removeAddress': writes(['self'], (db, { record }) =>
    addresses.removeAddress(db, { id: record.addressId, personId: record.holderId }),
  ),

  'accounts/sign-in/recovery#insertSheet': writes(['self'], (db, { record }) =>
    recovery.insertSheet(db, { id: randomBytes(32), personId: record.holderId, now }),
  ),
  'accounts/sign-in/recovery#replaceCodes': writes(['self'], (db, { record }) =>
    recovery.replaceCodes(db, {
      ...{ sheetId: record.recoverySheet, personId: record.holderId },
      codes: [{ finder: randomUUID(), salt: randomBytes(16), hash: randomBytes(32) }],
    }),
  ),
  'accounts/sign-in/recovery#findSheet': reads(['self'], (db, { record }) =>
    recovery.findSheet(db, { personId: record.holderId }),
  ),
  'accounts/sign-in/recovery#findUnusedCode': reads(
    ['self'],
    (db, { record }) => recovery.findUnusedCode(db, { finder: record.recoveryFinder }),
    'sign-in',
  ),
  'accounts/sign-in/recovery#setCodeUsed': writes(
    [],
    (db, { record }) => recovery.setCodeUsed(db, { finder: record.recoveryFinder, now }),
    'sign-in',
  ),

  'accounts/passkeys/passkeys#insertChallenge': writes(
    [],
    (db) => passkeys.insertChallenge(db, challenge),
    'sign-in',
  ),
  'accounts/passkeys/passkeys#removeChallengesEndedBy': writes(
    [],
    async (db) => {
      await passkeys.insertChallenge(db, challenge)
      await passkeys.removeChallengesEndedBy(db, new Date(later.getTime() + 1))
    },
    'sign-in',
  ),
  'accounts/passkeys/passkeys#removeChallenge': writes(
    [],
    async (db) => {
      await passkeys.insertChallenge(db, challenge)
      await passkeys.removeChallenge(db, challenge, now)
    },
    'sign-in',
  ),
  'accounts/passkeys/passkeys#listPasskeys': reads(['self'], (db, { record }) =>
    passkeys.listPasskeys(db, { personId: record.holderId }),
  ),
  'accounts/passkeys/passkeys#listCredentials': reads(['self'], (db, { record }) =>
    passkeys.listCredentials(db, { personId: record.holderId }),
  ),
  'accounts/passkeys/passkeys#findPasskeyToUse': reads(
    ['self'],
    (db, { record }) => passkeys.findPasskeyToUse(db, record.passkeyCredential),
    'sign-in',
  ),
  'accounts/passkeys/passkeys#insertPasskey': writes(['self'], (db, { record }) =>
    passkeys.insertPasskey(db, {
      ...{ id: randomUUID(), personId: record.holderId, userHandle: randomBytes(32) },
      ...{ name: 'A passkey', addedAt: now, credentialId: randomUUID(), counter: 0 },
      ...{ publicKey: randomBytes(32), transports: [], aaguid: randomUUID() },
      ...{ backupEligible: false, backedUp: false },
    }),
  ),
  'accounts/passkeys/passkeys#setPasskeyUsed': writes(
    [],
    (db, { record }) =>
      passkeys.setPasskeyUsed(db, record.passkey, { counter: 1, backedUp: false, at: now }),
    'sign-in',
  ),
  'accounts/passkeys/passkeys#setPasskeyName': writes(['self'], (db, { record }) =>
    passkeys.setPasskeyName(db, { id: record.passkey, personId: record.holderId }, 'Mine'),
  ),
  'accounts/passkeys/passkeys#removePasskey': writes(['self'], (db, { record }) =>
    passkeys.removePasskey(db, { id: record.passkey, personId: record.holderId }),
  ),

  'accounts/open-id/open-id#insertLogin': writes(
    [],
    (db) => openId.insertLogin(db, login),
    'sign-in',
  ),
  'accounts/open-id/open-id#removeLoginsEndedBy': writes(
    [],
    async (db) => {
      await openId.insertLogin(db, login)
      await openId.removeLoginsEndedBy(db, new Date(later.getTime() + 1))
    },
    'sign-in',
  ),
  'accounts/open-id/open-id#removeLogin': writes(
    [],
    async (db) => {
      await openId.insertLogin(db, login)
      await openId.removeLogin(db, login, now)
    },
    'sign-in',
  ),
  'accounts/open-id/open-id#listIdentities': reads(['self'], (db, { record }) =>
    openId.listIdentities(db, { personId: record.holderId }),
  ),
  'accounts/open-id/open-id#findPersonOfIdentity': reads(
    ['self'],
    (db, { record }) => openId.findPersonOfIdentity(db, identityOf(record.identitySubject)),
    'sign-in',
  ),
  'accounts/open-id/open-id#setIdentityUsed': writes(
    [],
    (db, { record }) => openId.setIdentityUsed(db, identityOf(record.identitySubject), now),
    'sign-in',
  ),
  'accounts/open-id/open-id#insertIdentity': writes(['self'], (db, { record }) =>
    openId.insertIdentity(db, {
      ...{ ...identityOf(randomUUID()), id: randomUUID(), personId: record.holderId },
      ...{ provider: 'test', linkedAt: now },
    }),
  ),
  'accounts/open-id/open-id#removeIdentity': writes(['self'], (db, { record }) =>
    openId.removeIdentity(db, { id: record.identity, personId: record.holderId }),
  ),
  'accounts/ways-in#lockWaysIn': locks((db, { record }) =>
    waysIn.lockWaysIn(db, { personId: record.holderId }),
  ),
  'accounts/ways-in#countWaysIn': reads(['self'], (db, { record }) =>
    waysIn.countWaysIn(db, { personId: record.holderId, providers: ['test'] }),
  ),
}

const browser: Parameters<typeof codes.findOpenCode>[1]['asker'] = {
  purpose: 'sign-in',
  browserHash,
}
const linkHash = Buffer.alloc(32, 8)
const emailCode: Parameters<typeof codes.insertEmailCode>[1] = {
  id: randomUUID(),
  asker: browser,
  address: 'somebody@example.org',
  linkHash,
  codeHash: Buffer.alloc(32, 9),
  sharedComputer: false,
  createdAt: now,
  expiresAt: later,
}

const challenge: Parameters<typeof passkeys.insertChallenge>[1] = {
  challengeHash: Buffer.alloc(32, 5),
  browserHash,
  purpose: 'sign-in',
  expiresAt: later,
}

const login: Parameters<typeof openId.insertLogin>[1] = {
  stateHash: Buffer.alloc(32, 6),
  browserHash,
  provider: 'test',
  purpose: 'sign-in',
  nonce: 'n',
  codeVerifier: 'v',
  next: '/',
  sharedComputer: false,
  startedAt: now,
  expiresAt: later,
}

function identityOf(subject: string) {
  return { issuer: 'https://issuer.example', subject }
}
