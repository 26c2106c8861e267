/** What second assessors and an organisation's rule on signing off keep about a person. */
import type { Transaction } from '../../database/database.ts'
import type { PersonalPart, RecordSection, Whose } from '../../personal-record.ts'
import * as store from './seconds-store.ts'

export const assessingPart: PersonalPart = {
  feature: 'assessing',
  withheld: {},
  exportFor: async (db, whose) => ({ sections: await sections(db, whose) }),
  remainsFor: async () => [],
  eraseFor: store.eraseAssessing,
}

async function sections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'second-assessors',
      title: 'Second assessors of what was signed off for you',
      about: 'Who was asked, and what they answered. The organisation answers for it.',
      kind: 'signed-record',
      tables: ['second_request', 'second_answer'],
      labels: {
        section: 'Section',
        second: 'Asked',
        askedAt: 'On',
        answeredAt: 'Answered',
        reason: 'Why they left something out',
      },
      records: await store.listAllSeconds(db, whose),
    },
    {
      key: 'given-seconds',
      title: 'What you confirmed as the second assessor',
      about: 'Your name, job and registration as each one shows them. Whom it was for is theirs.',
      kind: 'signed-record',
      tables: ['second_answer'],
      labels: { section: 'Section', organisationName: 'For', at: 'On' },
      records: await store.listGivenSeconds(db, whose),
    },
    {
      key: 'seconds-asked-of-you',
      title: 'What you were asked to confirm as the second assessor',
      about: 'When, and how. Whom it is about is theirs.',
      kind: 'signed-record',
      tables: ['second_request'],
      labels: { at: 'Asked', how: 'How' },
      words: { how: { asked: 'They asked you', code: 'You opened their code' } },
      records: await store.listAskedOf(db, whose),
    },
    {
      key: 'assessing-rules',
      title: 'Rules on signing off that you wrote for your organisation',
      about: 'Versions of who may sign off what there. They belong to it.',
      kind: 'acceptance-act',
      tables: ['assessing_rule'],
      labels: { organisationName: 'For', version: 'Version', at: 'On' },
      records: await store.listMadeRules(db, whose),
    },
  ]
}
