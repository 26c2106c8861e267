/** What a passport keeps about a person: what they say of themselves, and what was signed for them. */
import type { Transaction } from '../database/database.ts'
import { levelSlugs } from '../frameworks/model/framework.ts'
import type {
  Correctable,
  PersonalPart,
  RecordSection,
  Remains,
  RetentionRule,
  Whose,
} from '../personal-record.ts'
import { corridorSections } from './corridor/corridor-sections.ts'
import { eraseCorridor } from './corridor/visits-store.ts'
import { shownEvidenceSections } from './evidence-shown/shown-evidence-sections.ts'
import { eraseShownEvidence } from './evidence-shown/shown-evidence-store.ts'
import { leavePassport } from './leave-passport.ts'
import { answerWords } from './model/answer.ts'
import { causeNames, methodNames } from './model/signing.ts'
import * as store from './passports-record-store.ts'
import { eraseQuestions } from './questions/pauses-store.ts'
import { questionsSections } from './questions/questions-sections.ts'

export const passportsPart: PersonalPart = {
  feature: 'passports',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [
      ...(await ownSections(db, whose)),
      ...(await signedSections(db, whose)),
      ...(await assessorSections(db, whose)),
      ...(await corridorSections(db, whose)),
      ...(await questionsSections(db, whose)),
      ...(await shownEvidenceSections(db, whose)),
    ],
  }),
  remainsFor,
  correctableFor,
  closeFor: leavePassport,
  eraseFor: async (db, whose) => {
    await eraseCorridor(db, whose)
    await eraseQuestions(db, whose)
    await eraseShownEvidence(db, whose)
    await store.erasePassport(db, whose)
  },
}

export const passportsRetention: readonly RetentionRule[] = [
  { kind: 'signing-draft', end: store.ending('end_signing_drafts') },
  { kind: 'unsigned-request', end: store.ending('end_unsigned_requests') },
  { kind: 'share-link', end: store.ending('end_shares') },
  { kind: 'corridor-visit', end: store.ending('end_corridor_visits') },
]

const levels = Object.fromEntries(
  levelSlugs.map((slug) => [slug, slug.charAt(0).toUpperCase() + slug.slice(1).replace('-', ' ')]),
)

async function ownSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'answers',
      title: 'Where you said you stand',
      about: 'You wrote these. Each change is kept, the oldest first.',
      kind: 'own-words',
      tables: ['self_assessment'],
      labels: { code: 'Statement', answer: 'Your answer', at: 'On' },
      words: { answer: answerWords },
      records: await store.listAllAnswers(db, whose),
    },
    {
      key: 'private-notes',
      title: 'Your private notes',
      about: 'You wrote these, and nobody else can read them.',
      kind: 'own-words',
      tables: ['private_note'],
      labels: { section: 'Section', note: 'Note', at: 'On' },
      records: await store.listAllNotes(db, whose),
    },
    {
      key: 'share-links',
      title: 'Links you made',
      about: 'You made these to show your credentials.',
      kind: 'share-link',
      tables: ['share', 'share_credential', 'share_end'],
      labels: { madeAt: 'Made', endsAt: 'Stops working', stoppedAt: 'Stopped by you' },
      records: await store.listAllShares(db, whose),
    },
  ]
}

async function signedSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'requests',
      title: 'What you asked colleagues to sign off',
      about: 'You asked. The answer is your colleague’s. What was signed stays with the sign-off.',
      kind: 'unsigned-request',
      tables: ['sign_off_request', 'sign_off_answer'],
      labels: {
        section: 'Section',
        level: 'Level',
        asked: 'You asked',
        askedAt: 'On',
        message: 'Your message',
        outcome: 'What came of it',
        reason: 'What they said',
        answeredAt: 'Answered',
      },
      words: {
        level: levels,
        outcome: {
          ...{ signed: 'Signed off', declined: 'Declined', 'taken-back': 'Taken back' },
          'signed-by-other': 'Signed off by another colleague',
        },
      },
      records: await store.listAllRequests(db, whose),
    },
    {
      key: 'signings',
      title: 'What was signed off for you',
      about: 'Written by the assessor. The organisation answers for it.',
      kind: 'signed-record',
      tables: ['signing'],
      labels: {
        section: 'Section',
        level: 'Level',
        assessor: 'Signed off by',
        organisationName: 'For',
        method: 'How they know',
        assessedOn: 'Seen on',
        setting: 'Where',
        reviewOn: 'Review due',
        note: 'Their note to you',
      },
      words: { level: levels, method: methodNames },
      records: await store.listAllSignings(db, whose),
    },
    {
      key: 'sign-offs',
      title: 'Each statement signed off, and withdrawn',
      about: 'The statements of each sign-off. If one was withdrawn, why.',
      kind: 'signed-record',
      tables: ['sign_off', 'sign_off_withdrawal'],
      labels: {
        code: 'Statement',
        withdrawnAt: 'Withdrawn',
        withdrawnFor: 'By what came of the organisation',
        cause: 'Why',
        explanation: 'What they said',
      },
      words: { cause: causeNames },
      records: await store.listAllSignOffs(db, whose),
    },
    {
      key: 'signing-credentials',
      title: 'Which credential shows which sign-off',
      about: 'Numbers that join the two, for programs.',
      kind: 'signed-record',
      tables: ['signing_credential'],
      labels: { at: 'Issued' },
      records: await store.listSigningCredentials(db, whose),
    },
  ]
}

/** Without whom it was for: that is the other person's record. */
async function assessorSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'given-sign-offs',
      title: 'What you signed off for others',
      about: 'Your name, job and registration as each one shows them. Whom it was for is theirs.',
      kind: 'signed-record',
      tables: ['signing'],
      labels: {
        section: 'Section',
        level: 'Level',
        organisationName: 'For',
        assessedOn: 'On',
        minutes: 'Minutes that it took you',
      },
      words: { level: levels },
      records: await store.listGivenSignings(db, whose),
    },
    {
      key: 'signing-drafts',
      title: 'Sign-offs you began and did not send',
      about: 'You entered these. Only you can read them.',
      kind: 'signing-draft',
      tables: ['signing_draft'],
      labels: { requestId: 'Number of the request' },
      records: await store.listOwnDrafts(db, whose),
    },
  ]
}

async function remainsFor(db: Transaction, whose: Whose): Promise<Remains[]> {
  const signed = await store.countSignedAt(db, whose)
  const kind = 'signed-record'
  return signed.flatMap(({ organisationName: by, held, given }) => [
    ...(held === 0
      ? []
      : [
          {
            what: `${signOffs(held)} for you, the credentials, and your name beside them`,
            by,
            kind,
          },
        ]),
    ...(given === 0
      ? []
      : [{ what: `${signOffs(given)} that you gave others, with your name as it was`, by, kind }]),
  ])
}

function signOffs(count: number): string {
  return count === 1 ? '1 sign-off' : `${count} sign-offs`
}

async function correctableFor(db: Transaction, whose: Whose): Promise<Correctable[]> {
  const signings = await store.listAllSignings(db, whose)
  return signings.map(({ id, organisation, organisationName, section, level, assessor }) => ({
    ...{ ref: `signing:${id}`, organisation, organisationName },
    words: `The sign-off of ${section}, ${levels[level]?.toLowerCase()}, by ${assessor}`,
  }))
}
