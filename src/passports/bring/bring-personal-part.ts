/** What is kept of what somebody brought from elsewhere. */
import type { Transaction } from '../../database/database.ts'
import type {
  PersonalPart,
  RecordFile,
  RecordSection,
  RetentionRule,
  Whose,
} from '../../personal-record.ts'
import { entryKindNames } from '../model/entry.ts'
import * as store from './bring-record-store.ts'
import { wayWords } from './model/original.ts'

export const bringPart: PersonalPart = {
  feature: 'passports/bring',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [...(await broughtSections(db, whose)), ...(await originalSections(db, whose))],
    files: await broughtFiles(db, whose),
  }),
  closeFor: (db, { id: personId }) => store.endOpenOriginals(db, { personId }),
  eraseFor: store.eraseBrought,
}

export const bringRetention: readonly RetentionRule[] = [
  { kind: 'training-file', end: store.endTrainingFiles },
]

const answers = { seen: 'Saw the original', 'not-seen': 'Could not confirm it' }

async function broughtSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  const received = await store.listAllReceived(db, whose)
  return [
    {
      key: 'brought-credentials',
      title: 'Badges and credentials you brought',
      about: 'You brought these from elsewhere. Each is kept exactly as it came, as a file beside.',
      kind: 'brought',
      tables: ['received_credential'],
      labels: {
        title: 'What it is',
        kind: 'Kind',
        saidIssuer: 'It says it is from',
        givenOn: 'Given on',
        validUntil: 'Until',
        receivedAt: 'Brought',
      },
      words: { kind: entryKindNames },
      records: received.map(({ document: _, ...record }) => record),
    },
    {
      key: 'brought-credential-checks',
      title: 'What we found when we checked them',
      about: 'A check that finds the same as the one before leaves no new line.',
      kind: 'brought',
      tables: ['received_check'],
      labels: {
        title: 'What it is',
        outcome: 'Result',
        madeOutTo: 'Whose it is',
        issuerName: 'From, in our register',
        at: 'Checked',
      },
      words: {
        outcome: { valid: 'Valid', invalid: 'Not valid', unknown: 'Could not be checked' },
        madeOutTo: {
          holder: 'Yours',
          'same-name': 'Somebody of your name',
          'somebody-else': 'Somebody else',
          'nobody-named': 'It does not say',
        },
      },
      records: await store.listAllLooks(db, whose),
    },
    {
      key: 'training-files',
      title: 'Lists of training you brought',
      about:
        'What a list said is forgotten when it is taken in. What was added stands in your entries.',
      kind: 'training-file',
      tables: ['training_file'],
      labels: { madeAt: 'Brought', imported: 'Added from it' },
      records: await store.listAllTrainingFiles(db, whose),
    },
  ]
}

async function originalSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'originals-asked',
      title: 'Originals you asked somebody to look at',
      about: 'You asked. It shows what you wrote about it that day.',
      kind: 'brought',
      tables: ['original_request'],
      labels: {
        title: 'What it is',
        organisationName: 'Where',
        at: 'Asked',
        ended_at: 'No longer asked',
      },
      records: await store.listAllOriginals(db, whose),
    },
    {
      key: 'originals-answered',
      title: 'What was said of your originals',
      about: 'Written by the colleague who looked.',
      kind: 'brought',
      tables: ['original_answer'],
      labels: {
        title: 'What it is',
        answeredBy: 'Said by',
        outcome: 'What they said',
        how: 'How they saw it',
        seenOn: 'Seen on',
        until: 'Until',
        reason: 'Why not',
        at: 'On',
        takenBackAt: 'Taken back',
      },
      words: { outcome: answers, how: wayWords },
      records: await store.listAllOriginalAnswers(db, whose),
    },
    {
      key: 'originals-you-looked-at',
      title: 'Originals of others that you looked at',
      about: 'What you said. Whose they were is theirs.',
      kind: 'brought',
      tables: ['original_answer'],
      labels: { organisationName: 'For', outcome: 'What you said', seenOn: 'Seen on', at: 'On' },
      words: { outcome: answers, how: wayWords },
      records: await store.listGivenOriginalAnswers(db, whose),
    },
  ]
}

async function broughtFiles(db: Transaction, whose: Whose): Promise<RecordFile[]> {
  const received = await store.listAllReceived(db, whose)
  return received.map(({ id, document }) => ({
    name: `brought/${id}.${document.startsWith('{') ? 'json' : 'jwt'}`,
    text: document,
  }))
}
