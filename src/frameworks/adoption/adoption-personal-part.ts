/** What is kept about whoever decided which edition an organisation works by. */
import type { PersonalPart } from '../../personal-record.ts'
import { listMadeAdoptions } from './adoption-store.ts'

export const adoptionPart: PersonalPart = {
  feature: 'adoption',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'adoptions',
        title: 'Editions that you adopted for your organisation',
        about: 'Which edition it works by, and from when. They belong to it.',
        kind: 'acceptance-act',
        tables: ['adoption'],
        labels: {
          organisationName: 'For',
          edition: 'Edition',
          from: 'From',
          reason: 'Why',
          at: 'On',
        },
        records: await listMadeAdoptions(db, whose),
      },
    ],
  }),
  remainsFor: async () => [],
  eraseFor: async () => {},
}
