/** What organisations keep about a person: what they asked and did for the register. */
import type { PersonalPart } from '../personal-record.ts'
import * as store from './organisations-record-store.ts'

export const organisationsPart: PersonalPart = {
  feature: 'organisations',
  withheld: {
    verification_evidence: 'It is about an organisation. Who proposed it is in what you did.',
    organisation_event_part: 'It is about organisations. Who recorded it is in what you did.',
  },
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'organisation-requests',
        title: 'What you asked about an organisation',
        about: 'You asked for it to be added or verified.',
        kind: 'register-act',
        tables: ['organisation_request'],
        labels: {
          name: 'Name',
          organisation: 'Organisation',
          askedAt: 'Asked',
          note: 'Your note',
          outcome: 'What came of it',
          reason: 'Why not',
        },
        words: { outcome: { done: 'Done', refused: 'Refused' } },
        records: await store.listOwnOrganisationRequests(db, whose),
      },
      {
        key: 'register-acts',
        title: 'What you did for the register of organisations',
        about: 'You did these for a steward. They are kept by number, without your name.',
        kind: 'register-act',
        tables: [
          'verification_proposal',
          'verification_answer',
          'verification_withdrawal',
          'organisation_event',
          'organisation_request_answer',
          'manager_naming',
        ],
        labels: { did: 'What', organisation: 'About', at: 'When' },
        records: await store.listActsForRegister(db, whose),
      },
    ],
  }),
  eraseFor: store.eraseOrganisations,
}
