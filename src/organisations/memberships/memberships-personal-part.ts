/** What memberships, registrations and invitations keep about a person. */
import type { PersonalPart, RetentionRule } from '../../personal-record.ts'
import {
  eraseInvitationFiles,
  eraseInvitations,
  eraseOwnInvitations,
  listOwnInvitations,
} from '../invitations/invitations-record-store.ts'
import { listOwnChecks, listOwnTeams } from './memberships-record-store.ts'

export const membershipsPart: PersonalPart = {
  feature: 'memberships',
  withheld: {
    invitation_batch:
      'A file of people whom an organisation invites. Yours is in the invitation that came of it.',
  },
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'teams',
        title: 'Teams you are in',
        about: 'Recorded by the organisation.',
        kind: 'job',
        tables: ['membership_team'],
        labels: { teamName: 'Team', organisationName: 'At', jobTitle: 'Job' },
        records: await listOwnTeams(db, whose),
      },
      {
        key: 'registration-checks',
        title: 'Who looked up your professional registration',
        about: 'Recorded by somebody where you work, who looked at the public register.',
        kind: 'identity',
        tables: ['registration_check'],
        labels: {
          regulator: 'Register',
          number: 'Number',
          organisationName: 'By',
          outcome: 'What they found',
          checkedOn: 'On',
        },
        words: { outcome: { 'on-register': 'On the register', 'not-found': 'Not found' } },
        records: await listOwnChecks(db, whose),
      },
      {
        key: 'invitations',
        title: 'Invitations you said yes to',
        about: 'Written by the organisation that invited you.',
        kind: 'invitation',
        tables: ['invitation'],
        labels: {
          organisationName: 'By',
          name: 'Your name, as they wrote it',
          email: 'Sent to',
          jobTitle: 'Job',
          invitedAt: 'Invited',
          acceptedAt: 'You said yes',
        },
        records: await listOwnInvitations(db, whose),
      },
    ],
  }),
  eraseFor: eraseOwnInvitations,
}

export const membershipsRetention: readonly RetentionRule[] = [
  { kind: 'invitation', end: eraseInvitations },
  { kind: 'invitation-file', end: eraseInvitationFiles },
]
