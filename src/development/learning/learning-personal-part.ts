/** What is kept of what somebody asks to learn, of what is missing for them, and of what helps them. */
import type { Transaction } from '../../database/database.ts'
import type { PersonalPart, RecordSection, RetentionRule, Whose } from '../../personal-record.ts'
import { supportAnswerNames, supportKindNames } from '../support/model/support.ts'
import { setSharesStopped } from '../support/support-store.ts'
import { withdrawOpenAsks } from './asks-store.ts'
import * as store from './learning-record-store.ts'

export const learningPart: PersonalPart = {
  feature: 'learning',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [...(await learningSections(db, whose)), ...(await supportSections(db, whose))],
  }),
  closeFor: async (db, { id: personId }) => {
    const at = new Date()
    await withdrawOpenAsks(db, { personId, at })
    await setSharesStopped(db, { holderId: personId, at })
  },
  eraseFor: store.eraseLearning,
}

export const learningRetention: readonly RetentionRule[] = [
  { kind: 'learning-wish', end: store.endLearningWishes },
]

const outcomes = { approved: 'Yes', declined: 'Not this time' }

async function learningSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      ...{ key: 'learning-asked', title: 'Courses you asked for', kind: 'learning' },
      about: 'You asked. A manager answered.',
      tables: ['learning_request'],
      labels: {
        title: 'Course',
        provider: 'Given by',
        organisationName: 'Asked of',
        words: 'You wrote',
        askedAt: 'Asked',
        outcome: 'Answer',
        reply: 'They wrote',
        answeredAt: 'Answered',
        withdrawnAt: 'Taken back',
        attendedOn: 'You were there on',
      },
      words: { outcome: outcomes },
      records: await store.listAllAsks(db, whose),
    },
    {
      ...{ key: 'learning-answered', title: 'Courses you said yes or no to', kind: 'learning' },
      about: 'What you answered as a manager. Who asked is theirs.',
      tables: ['learning_request'],
      labels: {
        organisationName: 'For',
        outcome: 'You said',
        reply: 'You wrote',
        answeredAt: 'On',
      },
      words: { outcome: outcomes },
      records: await store.listAnswersGiven(db, whose),
    },
    {
      ...{ key: 'learning-missing', title: 'Learning you said is missing', kind: 'learning-wish' },
      about: 'You told providers. They see how many people say so, and no name.',
      tables: ['learning_wish'],
      labels: { code: 'Statement', areaName: 'Area', at: 'Told' },
      records: await store.listAllWishes(db, whose),
    },
  ]
}

async function supportSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      ...{ key: 'what-helps', title: 'What helps you', kind: 'support' },
      about: 'You wrote these.',
      tables: ['support_need'],
      labels: { kind: 'What kind', words: 'You wrote', at: 'Written', endedAt: 'No longer needed' },
      words: { kind: supportKindNames },
      records: await store.listAllNeeds(db, whose),
    },
    {
      ...{ key: 'what-helps-shared', title: 'With whom you shared it', kind: 'support' },
      about: 'You chose, one by one. Those who manage people there could see it until you stopped.',
      tables: ['support_share'],
      labels: { organisationName: 'With', at: 'From', stoppedAt: 'Until' },
      records: await store.listAllSupportShares(db, whose),
    },
    {
      ...{ key: 'what-helps-offered', title: 'What you were offered', kind: 'support' },
      about: 'A manager wrote it. You said what came of it.',
      tables: ['support_offer'],
      labels: {
        organisationName: 'By',
        words: 'Offered',
        at: 'On',
        answer: 'You said',
        answeredAt: 'You said so on',
      },
      words: { answer: supportAnswerNames },
      records: await store.listAllOffers(db, whose),
    },
    {
      ...{ key: 'help-you-offered', title: 'Help you offered to others', kind: 'support' },
      about: 'What you wrote as a manager. Whose it was is theirs.',
      tables: ['support_offer'],
      labels: { organisationName: 'For', words: 'You wrote', at: 'On' },
      records: await store.listOffersMade(db, whose),
    },
  ]
}
