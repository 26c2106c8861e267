import { randomBytes, randomUUID } from 'node:crypto'
import * as openId from '../../../src/accounts/open-id/open-id-store.ts'
import * as passkeys from '../../../src/accounts/passkeys/passkeys-store.ts'
import * as reminders from '../../../src/accounts/reminders/reminders-store.ts'
import * as addresses from '../../../src/accounts/sign-in/addresses-store.ts'
import * as codes from '../../../src/accounts/sign-in/email-codes-store.ts'
import * as recovery from '../../../src/accounts/sign-in/recovery-store.ts'
import * as sessions from '../../../src/accounts/sign-in/sessions-store.ts'
import * as record from '../../../src/accounts/sign-in/sign-in-record-store.ts'
import { addressOf, wayInOf } from '../canary.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const hash = () => randomBytes(32)
const later = () => new Date(Date.now() + 9e8)
const whose = ({ personId }: WorldRecord) => ({ personId })
const signIn = { may: [], jobs: ['sign-in'] } as const
const owner = { may: ['owner'] } as const
const ownerOrSignIn = { may: ['owner'], jobs: ['sign-in'] } as const
const identityOf = ({ owner }: WorldRecord) => ({ issuer: wayInOf(owner), subject: owner })
const askerOf = ({ session }: WorldRecord) => ({ purpose: 'step-up', sessionId: session }) as const
const day = () => new Date().toISOString().slice(0, 10)

export const waysInStores: Readonly<Record<string, StoreRules>> = {
  'src/accounts/open-id/open-id-store.ts': {
    insertLogin: {
      ...signIn,
      writes: (db) =>
        openId.insertLogin(db, {
          ...{ stateHash: hash(), browserHash: hash(), provider: 'work', purpose: 'sign-in' },
          ...{ nonce: 'n', codeVerifier: 'v', next: '/', sharedComputer: false },
          ...{ startedAt: new Date(), expiresAt: later() },
        }),
    },
    removeLoginsEndedBy: { may: [], writes: (db) => openId.removeLoginsEndedBy(db, later()) },
    removeLogin: {
      may: [],
      writes: (db) =>
        openId.removeLogin(
          db,
          { stateHash: hash(), browserHash: hash(), provider: 'work' },
          new Date(),
        ),
    },
    listIdentities: { ...ownerOrSignIn, reads: (db, of) => openId.listIdentities(db, whose(of)) },
    findPersonOfIdentity: {
      ...ownerOrSignIn,
      reads: (db, of) => openId.findPersonOfIdentity(db, identityOf(of)),
    },
    setIdentityUsed: {
      ...ownerOrSignIn,
      may: [],
      jobs: ['sign-in'],
      writes: (db, of) => openId.setIdentityUsed(db, identityOf(of), new Date()),
    },
    insertIdentity: {
      ...ownerOrSignIn,
      may: ['owner'],
      jobs: [],
      writes: (db, { personId }) =>
        openId.insertIdentity(db, {
          ...{ id: randomUUID(), personId, provider: 'work', linkedAt: new Date() },
          ...{ issuer: 'https://new.example', subject: randomUUID() },
        }),
    },
    removeIdentity: {
      ...owner,
      writes: (db, { identity, personId }) => openId.removeIdentity(db, { id: identity, personId }),
    },
  },
  'src/accounts/passkeys/passkeys-store.ts': {
    insertChallenge: {
      ...signIn,
      writes: (db) =>
        passkeys.insertChallenge(db, {
          ...{ challengeHash: hash(), browserHash: hash(), purpose: 'sign-in' },
          expiresAt: later(),
        }),
    },
    removeChallengesEndedBy: {
      may: [],
      writes: (db) => passkeys.removeChallengesEndedBy(db, later()),
    },
    removeChallenge: {
      may: [],
      writes: (db) =>
        passkeys.removeChallenge(
          db,
          { challengeHash: hash(), browserHash: hash(), purpose: 'sign-in' },
          new Date(),
        ),
    },
    listPasskeys: { ...ownerOrSignIn, reads: (db, of) => passkeys.listPasskeys(db, whose(of)) },
    listCredentials: {
      ...ownerOrSignIn,
      reads: (db, of) => passkeys.listCredentials(db, whose(of)),
    },
    findPasskeyToUse: {
      ...ownerOrSignIn,
      reads: (db, { owner }) => passkeys.findPasskeyToUse(db, `kestrel-${owner}`),
    },
    insertPasskey: {
      ...owner,
      writes: (db, { personId }) =>
        passkeys.insertPasskey(db, {
          ...{ id: randomUUID(), personId, credentialId: randomUUID(), publicKey: hash() },
          ...{ counter: 0, transports: ['internal'], backupEligible: true, backedUp: true },
          ...{ userHandle: hash(), name: 'New', addedAt: new Date() },
        }),
    },
    setPasskeyUsed: {
      ...ownerOrSignIn,
      writes: (db, { passkey }) =>
        passkeys.setPasskeyUsed(db, passkey, { counter: 1, backedUp: true, at: new Date() }),
    },
    setPasskeyName: {
      ...owner,
      jobs: ['sign-in'],
      writes: (db, { passkey, personId }) =>
        passkeys.setPasskeyName(db, { id: passkey, personId }, 'Another'),
    },
    removePasskey: {
      ...owner,
      writes: (db, { passkey, personId }) => passkeys.removePasskey(db, { id: passkey, personId }),
    },
  },
  'src/accounts/sign-in/addresses-store.ts': {
    insertAddress: {
      ...owner,
      may: [],
      jobs: ['load-content', 'sign-in'],
      writes: (db, { personId }) =>
        addresses.insertAddress(
          db,
          {
            ...{ id: randomUUID(), personId, address: `${randomUUID()}@example.org` },
            ...{ kind: 'personal', now: new Date() },
          },
          day(),
        ),
    },
    findPersonAt: {
      ...ownerOrSignIn,
      jobs: ['load-content', 'remind-of-work-address', 'sign-in'],
      reads: (db, { owner }) =>
        addresses.findPersonAt(db, { address: addressOf(owner), today: day() }),
    },
    listAddresses: {
      ...owner,
      jobs: ['load-content', 'remind-of-work-address', 'sign-in'],
      reads: (db, of) => addresses.listAddresses(db, whose(of)),
    },
    removeAddress: {
      ...owner,
      jobs: ['sign-in'],
      writes: (db, { address, personId }) => addresses.removeAddress(db, { id: address, personId }),
    },
    takeEndingAddresses: {
      may: [],
      jobs: ['remind-of-work-address', 'sign-in'],
      of: ['holder'],
      writes: (db) =>
        addresses.takeEndingAddresses(db, { today: day(), until: '2099-01-01', now: new Date() }),
    },
  },
  'src/accounts/reminders/reminders-store.ts': {
    findReminderChoice: {
      ...owner,
      of: ['holder'],
      reads: (db, of) => reminders.findReminderChoice(db, whose(of)),
    },
    setReminderChoice: {
      ...owner,
      writes: (db, { personId }) =>
        reminders.setReminderChoice(db, { personId, letters: 'none', at: new Date() }),
    },
    takeWeeklyLetters: {
      may: [],
      jobs: ['weekly-letter'],
      of: ['holder'],
      writes: (db, { personId }) =>
        reminders.takeWeeklyLetters(db, { people: [personId], week: '2099-01-05' }),
    },
    listChoices: {
      ...owner,
      of: ['holder'],
      reads: (db, of) => reminders.listChoices(db, whose(of)),
    },
    listWeeklyLetters: {
      ...owner,
      of: ['holder'],
      reads: (db, of) => reminders.listWeeklyLetters(db, whose(of)),
    },
    eraseReminders: { may: [], writes: (db, of) => reminders.eraseReminders(db, whose(of)) },
    endWeeklyLetters: {
      may: [],
      jobs: ['enforce-retention'],
      of: ['holder'],
      writes: (db) => reminders.endWeeklyLetters(db, later()),
    },
  },
  'src/accounts/sign-in/email-codes-store.ts': {
    countCodesTo: {
      ...ownerOrSignIn,
      may: [],
      reads: async (db, { owner }) => {
        const asked = {
          address: addressOf(owner),
          purpose: 'step-up',
          since: [new Date(0)],
        } as const
        return Math.max(...(await codes.countCodesTo(db, asked)))
      },
    },
    insertEmailCode: {
      ...ownerOrSignIn,
      may: [],
      writes: (db, of) =>
        codes.insertEmailCode(db, {
          ...{ id: randomUUID(), address: addressOf(of.owner), personId: of.personId },
          ...{ codeHash: hash(), sharedComputer: false, asker: askerOf(of) },
          ...{ createdAt: new Date(), expiresAt: later() },
        }),
    },
    removeEmailCodesBefore: {
      ...signIn,
      writes: (db) => codes.removeEmailCodesBefore(db, later()),
    },
    findOpenCode: {
      ...ownerOrSignIn,
      may: [],
      reads: (db, of) => codes.findOpenCode(db, { asker: askerOf(of), now: new Date(), tries: 5 }),
    },
    takeTry: {
      ...ownerOrSignIn,
      may: [],
      writes: (db, of) => codes.takeTry(db, { asker: askerOf(of), now: new Date(), tries: 5 }),
    },
    findOpenLink: {
      may: [],
      reads: (db, of) =>
        codes.findOpenLink(db, {
          ...{ asker: askerOf(of), linkHash: hash(), now: new Date(), tries: 5 },
        }),
    },
    setUsed: {
      ...ownerOrSignIn,
      may: [],
      writes: (db, { emailCode }) => codes.setUsed(db, { id: emailCode, now: new Date() }),
    },
  },
  'src/accounts/sign-in/recovery-store.ts': {
    insertSheet: {
      ...owner,
      writes: (db, { personId }) =>
        recovery.insertSheet(db, { id: randomBytes(16), personId, now: new Date() }),
    },
    replaceCodes: {
      ...owner,
      writes: (db, { personId, sheet }) =>
        recovery.replaceCodes(db, {
          ...{ sheetId: sheet, personId },
          codes: [{ finder: 'ZZZZ', salt: randomBytes(16), hash: hash() }],
        }),
    },
    findSheet: {
      ...ownerOrSignIn,
      jobs: ['sign-in', 'remind-of-work-address'],
      reads: (db, of) => recovery.findSheet(db, whose(of)),
    },
    findUnusedCode: {
      ...ownerOrSignIn,
      may: [],
      reads: (db, { finder }) => recovery.findUnusedCode(db, { finder }),
    },
    setCodeUsed: {
      ...ownerOrSignIn,
      may: [],
      writes: (db, { finder }) => recovery.setCodeUsed(db, { finder, now: new Date() }),
    },
  },
  'src/accounts/sign-in/sessions-store.ts': {
    insertSession: {
      ...signIn,
      writes: (db, { personId }) =>
        sessions.insertSession(db, {
          ...{ tokenHash: hash(), personId, proof: 'email-code', sharedComputer: false },
          ...{ device: 'A test', now: new Date(), expiresAt: later() },
        }),
    },
    removeSession: {
      ...signIn,
      may: ['owner'],
      writes: (db, { token }) => sessions.removeSession(db, token),
    },
    removeSessionsEndedBy: {
      ...signIn,
      may: ['signed-in'],
      of: ['holder'],
      writes: (db) => sessions.removeSessionsEndedBy(db, later()),
    },
    findSessionPerson: {
      ...signIn,
      reads: (db, { token }) => sessions.findSessionPerson(db, token, new Date()),
    },
    setSeen: { ...signIn, writes: (db, { token }) => sessions.setSeen(db, token, new Date()) },
    setSteppedUp: {
      ...signIn,
      writes: (db, { token }) =>
        sessions.setSteppedUp(db, {
          ...{ tokenHash: token, newTokenHash: hash(), how: 'email-code', now: new Date() },
        }),
    },
    listSessions: {
      ...ownerOrSignIn,
      reads: (db, of) => sessions.listSessions(db, { ...whose(of), now: new Date() }),
    },
    removeSessionOf: {
      ...owner,
      jobs: ['sign-in'],
      writes: (db, { session, personId }) =>
        sessions.removeSessionOf(db, { id: session, personId }),
    },
    removeSessionsOf: {
      ...ownerOrSignIn,
      writes: (db, of) => sessions.removeSessionsOf(db, whose(of)),
    },
    insertKnownDevice: {
      ...signIn,
      writes: (db, { personId }) =>
        sessions.insertKnownDevice(db, { personId, device: randomUUID(), now: new Date() }),
    },
  },
  'src/accounts/sign-in/sign-in-record-store.ts': {
    listAllSessions: { ...ownerOrSignIn, reads: (db, of) => record.listAllSessions(db, whose(of)) },
    listKnownDevices: {
      ...ownerOrSignIn,
      reads: (db, of) => record.listKnownDevices(db, whose(of)),
    },
    listAddresses: {
      ...owner,
      jobs: ['load-content', 'remind-of-work-address', 'sign-in'],
      reads: (db, of) => record.listAddresses(db, whose(of)),
    },
    listRecoverySheets: {
      ...ownerOrSignIn,
      jobs: ['sign-in', 'remind-of-work-address'],
      reads: (db, of) => record.listRecoverySheets(db, whose(of)),
    },
    listRecoveryCodes: {
      ...ownerOrSignIn,
      jobs: ['remind-of-work-address', 'sign-in'],
      reads: (db, of) => record.listRecoveryCodes(db, whose(of)),
    },
    listAllPasskeys: { ...ownerOrSignIn, reads: (db, of) => record.listAllPasskeys(db, whose(of)) },
    listAllIdentities: {
      ...ownerOrSignIn,
      reads: (db, of) => record.listAllIdentities(db, whose(of)),
    },
  },
}
