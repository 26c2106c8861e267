/** How somebody signs in, as sections of the copy of their record. */
import type { Transaction } from '../../database/database.ts'
import type { RecordSection, Whose } from '../../personal-record.ts'
import * as store from './sign-in-record-store.ts'

const ways = {
  passkey: 'Passkey',
  'email-code': 'Code by e-mail',
  oidc: 'Work or college account',
  'recovery-sheet': 'Recovery sheet',
  'printed-code': 'Printed code',
  demonstration: 'Chosen in the demonstration',
} as const

export async function signInSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'email-addresses',
      title: 'Your e-mail addresses',
      about: 'You gave them, and showed that they are yours.',
      kind: 'account',
      tables: ['email_address'],
      labels: { address: 'Address', kind: 'Kind', confirmedAt: 'Confirmed', endsOn: 'Ends on' },
      words: { kind: { personal: 'Personal', work: 'Work' } },
      records: await store.listAddresses(db, whose),
    },
    {
      key: 'sessions',
      title: 'Where you are signed in',
      about: 'Made when you signed in.',
      kind: 'session',
      tables: ['session'],
      labels: { device: 'Device', proof: 'How', startedAt: 'Signed in', seenAt: 'Last used' },
      words: { proof: ways },
      records: await store.listAllSessions(db, whose),
    },
    {
      key: 'known-devices',
      title: 'Devices you have signed in on',
      about: 'Kept so that we can tell you of a new one. Only the kind of device is kept.',
      kind: 'known-device',
      tables: ['known_device'],
      labels: { device: 'Device', firstSeenAt: 'First used' },
      records: await store.listKnownDevices(db, whose),
    },
    {
      key: 'recovery-sheets',
      title: 'Your recovery sheet',
      about: 'When it was made. The codes are on your paper and nowhere else.',
      kind: 'account',
      tables: ['recovery_sheet'],
      labels: { madeAt: 'Made' },
      records: await store.listRecoverySheets(db, whose),
    },
    {
      key: 'recovery-codes',
      title: 'Codes of your recovery sheet that were used',
      about: 'When each one was used.',
      kind: 'account',
      tables: ['recovery_code'],
      labels: { usedAt: 'Used' },
      records: await store.listRecoveryCodes(db, whose),
    },
    {
      key: 'passkeys',
      title: 'Your passkeys',
      about: 'You added these. The secret half is on your device and never here.',
      kind: 'account',
      tables: ['passkey'],
      labels: { name: 'Name', addedAt: 'Added', usedAt: 'Last used' },
      records: await store.listAllPasskeys(db, whose),
    },
    {
      key: 'linked-accounts',
      title: 'Work or college accounts you sign in with',
      about: 'You linked these. The number is how the other service knows you.',
      kind: 'account',
      tables: ['open_id_identity'],
      labels: { provider: 'Service', subject: 'Number', linkedAt: 'Linked', usedAt: 'Last used' },
      records: await store.listAllIdentities(db, whose),
    },
  ]
}
