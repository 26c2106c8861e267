/** What privacy itself keeps about a person. */
import type { Transaction } from '../database/database.ts'
import type { PersonalPart, RecordSection, RetentionRule, Whose } from '../personal-record.ts'
import { listCopies } from './export/export-store.ts'
import { ending, erasePrivacy } from './privacy-record-store.ts'
import { listAllRequests } from './rights/rights-store.ts'
import { describeViewing } from './viewings/model/describe-viewing.ts'
import { listViewings } from './viewings/viewings-page-store.ts'

export const privacyPart: PersonalPart = {
  feature: 'privacy',
  withheld: {
    kept_name: 'It begins when an account is erased, and then nobody is left to download it.',
  },
  exportFor: async (db, whose) => ({ sections: await sections(db, whose) }),
  eraseFor: erasePrivacy,
}

export const privacyRetention: readonly RetentionRule[] = [
  { kind: 'viewing', end: ending('end_viewings') },
  { kind: 'export-copy', end: ending('end_export_copies') },
  { kind: 'rights-request', end: ending('end_rights_requests') },
  { kind: 'signed-record', end: ending('end_closed_accounts') },
]

async function sections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  const seen = await listViewings(db, { holderId: whose.personId, skip: 0, limit: 100_000 })
  return [
    {
      key: 'viewings',
      title: 'Who looked at your record',
      about: 'Noted each time somebody else opened something of yours.',
      kind: 'viewing',
      tables: ['viewing'],
      labels: { at: 'When', words: 'What' },
      records: seen.map((look) => ({ ...look, words: describeViewing(look) })),
    },
    {
      key: 'rights-requests',
      title: 'What you asked to be put right, or objected to',
      about: 'You asked. The answer is the organisation’s.',
      kind: 'rights-request',
      tables: ['rights_request', 'rights_answer'],
      labels: {
        kind: 'What',
        aboutWords: 'About',
        organisationName: 'You asked',
        askedAt: 'On',
        words: 'Your words',
        dueOn: 'Answer due by',
        outcome: 'What came of it',
        answer: 'Their words',
        answeredAt: 'Answered',
      },
      words: {
        kind: {
          correction: 'Request to put a record right',
          objection: 'Objection to a use of information',
        },
        outcome: { done: 'Done', partly: 'Done in part', refused: 'Not done' },
      },
      records: await listAllRequests(db, whose),
    },
    {
      key: 'copies',
      title: 'Copies of your record that you asked for',
      about: 'When you asked, and when each was ready.',
      kind: 'export-copy',
      tables: ['export_copy'],
      labels: { askedAt: 'Asked', readyAt: 'Ready' },
      records: await listCopies(db, whose),
    },
  ]
}
