/** What is kept about whoever reviews, approves and withdraws editions. */
import type { PersonalPart } from '../../personal-record.ts'
import { listOwnComments, listReviewActs } from './review-record-store.ts'

export const reviewPart: PersonalPart = {
  feature: 'frameworks',
  withheld: {
    edition_publication: 'It says how an edition was published, and names nobody.',
  },
  exportFor: async (db, whose) => ({
    sections: [
      {
        key: 'draft-comments',
        title: 'What you remarked on drafts of a framework',
        about: 'Whoever works on the draft reads it. It is kept with the draft, without your name.',
        kind: 'draft-comment',
        tables: ['draft_comment'],
        labels: { draft: 'Draft', thing: 'Where', words: 'What you wrote', at: 'When' },
        words: {},
        records: await listOwnComments(db, whose),
      },
      {
        key: 'review-acts',
        title: 'What you did in the review of a framework',
        about: 'You did these for a steward. They are kept by number, without your name.',
        kind: 'review-act',
        tables: [
          ...['draft_invitation', 'draft_comment_state', 'draft_waiver', 'draft_review'],
          ...['draft_review_answer', 'draft_approval', 'edition_withdrawal'],
        ],
        labels: { did: 'What', of: 'Draft or edition', words: 'With what words', at: 'When' },
        words: {
          did: {
            'asked-somebody': 'Asked somebody to work on a draft',
            settled: 'Settled a comment',
            reopened: 'Opened a comment again',
            waived: 'Let a finding stand',
            'ended-waiver': 'Ended a waiver',
            'sent-for-review': 'Sent a draft for review',
            ready: 'Said that a draft is ready',
            'not-yet': 'Said that a draft is not ready yet',
            approved: 'Approved a draft',
            withdrew: 'Withdrew an edition',
          },
        },
        records: await listReviewActs(db, whose),
      },
    ],
  }),
}
