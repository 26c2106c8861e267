/** What is kept about whoever decided what became of statements. */
import type { PersonalPart } from '../../personal-record.ts'
import { listFateActs } from './versions-record-store.ts'

export const versionsPart: PersonalPart = {
  feature: 'frameworks',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'fate-acts',
        title: 'What you decided became of statements of a framework',
        about: 'You did these for a steward. They are kept by number, without your name.',
        kind: 'draft-act',
        tables: ['draft_fate', 'draft_reconfirm_by'],
        labels: { did: 'What', draft: 'Draft', statement: 'Statement', at: 'When' },
        words: {
          did: {
            unchanged: 'It is unchanged',
            reworded: 'It was reworded',
            moved: 'It moved',
            'meaning-changed': 'Its meaning changed',
            split: 'It was split',
            merged: 'It was merged',
            retired: 'It was retired',
            day: 'Chose until when sign-offs count',
          },
        },
        records: await listFateActs(db, whose),
      },
    ],
  }),
}
