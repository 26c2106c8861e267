/** What was done to somebody's record, and by them, as the audit has it. */
import type { PersonalPart } from '../personal-record.ts'
import { actWords } from './model/act-words.ts'
import { listEventsOf } from './own-events-store.ts'

export const auditPart: PersonalPart = {
  feature: 'audit',
  withheld: {
    audit_private_key: 'It is the service’s own key.',
  },
  exportFor: async (db, { personId }) => ({
    sections: [
      {
        key: 'events',
        title: 'What was done, and when',
        about:
          'Noted each time something about your record changed. It holds numbers and no words, so it stays whole when your account is gone.',
        kind: 'audit',
        tables: ['audit_event'],
        labels: { at: 'When', action: 'What', by: 'By', subjectRef: 'Number' },
        words: {
          action: actWords,
          by: { you: 'You', service: 'The service', other: 'Somebody else' },
        },
        records: await listEventsOf(db, { personId }),
      },
    ],
  }),
}
