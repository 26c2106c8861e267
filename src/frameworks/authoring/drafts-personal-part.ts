/** What is kept about whoever writes editions. */
import type { PersonalPart } from '../../personal-record.ts'
import { listDraftActs } from './drafts-record-store.ts'
import { endDraftWork } from './drafts-store.ts'

export const draftsPart: PersonalPart = {
  feature: 'frameworks',
  withheld: {
    draft_thing: 'What the edition says: it speaks of nobody.',
    draft_import: 'What a file says for an edition: it speaks of nobody.',
  },
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'draft-acts',
        title: 'What you wrote in drafts of a framework',
        about: 'You did these for a steward. They are kept by number, without your name.',
        kind: 'draft-act',
        tables: ['draft', 'draft_person', 'draft_change'],
        labels: { did: 'What', draft: 'Draft', thing: 'Where, or as what', at: 'When' },
        words: {
          did: {
            begun: 'Began a draft',
            asked: 'Asked somebody to work on it',
            joined: 'Were asked to work on it',
            added: 'Added something',
            changed: 'Changed something',
            moved: 'Moved something',
            'taken-out': 'Took something out',
          },
        },
        records: await listDraftActs(db, whose),
      },
    ],
  }),
  eraseFor: endDraftWork,
}
