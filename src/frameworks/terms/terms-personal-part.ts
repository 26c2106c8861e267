/** What is kept about whoever changes the terms of a draft. */
import type { PersonalPart } from '../../personal-record.ts'
import { listTermActs } from './terms-record-store.ts'

export const termsPart: PersonalPart = {
  feature: 'frameworks',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'term-acts',
        title: 'Terms that you changed in drafts of a framework',
        about: 'You did these for a steward. They are kept by number, without your name.',
        kind: 'draft-act',
        tables: ['draft_term_change', 'draft_term_put_back'],
        labels: { did: 'What', draft: 'Draft', at: 'When' },
        words: { did: { changed: 'Changed a term', 'put-back': 'Put a term back' } },
        records: await listTermActs(db, whose),
      },
    ],
  }),
}
