/** What is kept about whoever decided how frameworks go together. */
import type { PersonalPart } from '../../personal-record.ts'
import { listMappingActs } from './crosswalks-record-store.ts'

export const crosswalksPart: PersonalPart = {
  feature: 'frameworks',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'mapping-acts',
        title: 'What you decided about how frameworks go together',
        about:
          'You did these for a steward or an owner. They are kept by number, without your name.',
        kind: 'mapping-act',
        tables: ['mapping', 'mapping_answer', 'mapping_approval'],
        labels: { did: 'What', mapping: 'Mapping', at: 'When' },
        words: {
          did: {
            decided: 'Decided',
            confirmed: 'Confirmed',
            refused: 'Refused',
            approved: 'Approved',
            'not-approved': 'Did not approve',
          },
        },
        records: await listMappingActs(db, whose),
      },
    ],
  }),
}
