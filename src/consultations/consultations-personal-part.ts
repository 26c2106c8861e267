/** What consultations keep about a person of ours: which responses they brought in, by number. */
import type { PersonalPart } from '../personal-record.ts'
import { listImportedBy } from './consultations-store.ts'

export const consultationsPart: PersonalPart = {
  feature: 'consultations',
  withheld: {},
  exportFor: async (db, { personId }) => ({
    sections: [
      {
        key: 'imported-responses',
        title: 'Consultation responses you brought in',
        about: 'You imported these for others. What they say is not about you.',
        kind: 'audit',
        tables: ['consultation_response'],
        labels: { consultation: 'Consultation', importedAt: 'Imported' },
        records: await listImportedBy(db, { personId }),
      },
    ],
  }),
}
