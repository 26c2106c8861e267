/** What accounts keep about a person: who they are, where they work and how they sign in. */

import type { Transaction } from '../database/database.ts'
import { dayInWords } from '../language/plain-dates.ts'
import type {
  Correctable,
  PersonalPart,
  RecordSection,
  Remains,
  RetentionRule,
  Whose,
} from '../personal-record.ts'
import * as store from './accounts-record-store.ts'
import { identityCheckWords } from './model/account.ts'
import { reminderSections } from './reminders/reminder-sections.ts'
import { endWeeklyLetters, eraseReminders } from './reminders/reminders-store.ts'
import { signInSections } from './sign-in/sign-in-sections.ts'

export const accountsPart: PersonalPart = {
  feature: 'accounts',
  withheld: {
    email_code: 'A code in a letter is a secret of a few minutes.',
    passkey_challenge: 'What a passkey is asked is a secret of a few minutes.',
    open_id_login: 'What a sign-in elsewhere is asked is a secret of a few minutes.',
  },
  exportFor: async (db, whose) => ({
    sections: [
      ...(await accountSections(db, whose)),
      ...(await workSections(db, whose)),
      ...(await signInSections(db, whose)),
      ...(await reminderSections(db, whose)),
    ],
  }),
  remainsFor,
  correctableFor,
  eraseFor: async (db, whose) => {
    await eraseReminders(db, whose)
    await store.eraseAccount(db, whose)
  },
}

export const accountsRetention: readonly RetentionRule[] = [
  { kind: 'session', end: store.endSessions },
  { kind: 'sign-in-attempt', end: store.endSignInAttempts },
  { kind: 'known-device', end: store.endKnownDevices },
  { kind: 'weekly-letter', end: endWeeklyLetters },
]

async function accountSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'account',
      title: 'Your account',
      about: 'Your name, and what you told us about your work.',
      kind: 'account',
      tables: ['person'],
      labels: {
        name: 'Name',
        about: 'About',
        level: 'Level',
        profession: 'Profession',
        madeAt: 'Account made',
      },
      records: await store.listOwnAccount(db, whose),
    },
    {
      key: 'former-names',
      title: 'Names you have changed',
      about: 'Only you can read them.',
      kind: 'account',
      tables: ['former_name'],
      labels: { name: 'Name', until: 'Until' },
      records: await store.listFormerNames(db, whose),
    },
    {
      key: 'closings',
      title: 'When you asked to close your account',
      about: 'Each time you asked, and whether you changed your mind.',
      kind: 'account',
      tables: ['account_closing'],
      labels: { askedAt: 'Asked', eraseAfter: 'To be erased', undoneAt: 'Undone' },
      records: await store.listClosings(db, whose),
    },
  ]
}

async function workSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'jobs',
      title: 'Where you work or worked',
      about: 'Recorded by the organisation.',
      kind: 'job',
      tables: ['membership'],
      labels: { jobTitle: 'Job', organisationName: 'At', from: 'From', to: 'To' },
      records: await store.listAllMemberships(db, whose),
    },
    {
      key: 'permissions',
      title: 'What you may do there',
      about: 'Given by somebody who manages the team.',
      kind: 'job',
      tables: ['permission_grant'],
      labels: {
        permission: 'Permission',
        organisationName: 'At',
        givenAt: 'Given',
        expiresOn: 'Expires',
        endedOn: 'Ended',
      },
      words: {
        permission: {
          assess: 'Sign off colleagues',
          delegate: 'Delegate tasks',
          'manage-team': 'Manage the team',
          issue: 'Issue and withdraw credentials',
          'steward-framework': 'Steward the framework',
          'decide-consultation': 'Decide on consultation comments',
          'see-statistics': 'See statistics',
        },
      },
      records: await store.listAllGrants(db, whose),
    },
    {
      key: 'registrations',
      title: 'Your professional registration',
      about: 'Shown beside what you sign off.',
      kind: 'identity',
      tables: ['registration'],
      labels: { regulator: 'Register', number: 'Number' },
      records: await store.listRegistrations(db, whose),
    },
    {
      key: 'identity-checks',
      title: 'Who checked your identity',
      about: 'Recorded by the organisation. Which document you showed is kept nowhere here.',
      kind: 'identity',
      tables: ['identity_check'],
      labels: { how: 'How', checkedOn: 'On', organisationName: 'For', checkedBy: 'By' },
      words: { how: identityCheckWords },
      records: await store.listIdentityChecks(db, whose),
    },
  ]
}

async function remainsFor(db: Transaction, whose: Whose): Promise<Remains[]> {
  return (await store.listPermittedAt(db, whose)).map((by) => ({
    what: 'that you had permissions there, and when, without your name',
    by,
    kind: 'signed-record',
  }))
}

async function correctableFor(db: Transaction, whose: Whose): Promise<Correctable[]> {
  const jobs = await store.listAllMemberships(db, whose)
  const checks = await store.listIdentityChecks(db, whose)
  const registrations = await store.listRegistrations(db, whose)
  const [employer] = jobs.filter(({ to }) => to === null)
  return [
    ...jobs.map(({ organisation, organisationName, jobTitle, from }) => ({
      ...{ ref: `job:${organisation}/${from}`, organisation, organisationName },
      words: `Your job: ${jobTitle}, ${organisationName}`,
    })),
    ...checks.map(({ id, organisation, organisationName, checkedOn }) => ({
      ...{ ref: `identity-check:${id}`, organisation, organisationName },
      words: `The check of your identity on ${dayInWords(checkedOn)}`,
    })),
    ...(employer === undefined ? [] : registrations).map(({ regulator, number }) => ({
      ...{ ref: `registration:${number}`, words: `Your registration: ${regulator}, ${number}` },
      organisation: employer?.organisation ?? '',
      organisationName: employer?.organisationName ?? '',
    })),
  ]
}
