/** What recognition keeps about a person: what they showed, what was decided, and what they decided. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Transaction } from '../../database/database.ts'
import type {
  PersonalPart,
  RecordSection,
  Remains,
  RetentionRule,
  Whose,
} from '../../personal-record.ts'
import { itemKindNames, outcomeNames } from './model/acceptance-policy.ts'
import { reasonNames } from './model/recognition-decision.ts'
import * as store from './recognition-record-store.ts'

export const recognitionPart: PersonalPart = {
  feature: 'recognition',
  withheld: {},
  exportFor: async (db, whose) => ({
    sections: [...(await holderSections(db, whose)), ...(await decidingSections(db, whose))],
  }),
  remainsFor,
  closeFor: stopAll,
  eraseFor: store.eraseRecognition,
}

export const recognitionRetention: readonly RetentionRule[] = [
  { kind: 'recognition', end: store.endRecognitions },
]

const suggestions = { ...outcomeNames, unknown: 'It could not say' }
const verdicts = {
  valid: 'Valid',
  seen: 'A person saw the original',
  invalid: 'Not valid',
  unknown: 'Could not be checked',
}

const topUpLabels = {
  organisationName: 'For',
  doneOn: 'Done on',
  at: 'Recorded',
  takenBackAt: 'Taken back',
}

async function holderSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'recognition-sets',
      title: 'What you shared with employers',
      about: 'You chose these, to be recognised.',
      kind: 'recognition',
      tables: ['recognition_share', 'recognition_item', 'recognition_share_end'],
      labels: {
        organisationName: 'With',
        purpose: 'Why',
        sharedAt: 'Shared',
        endsOn: 'Until',
        stoppedAt: 'Stopped by you',
      },
      words: { purpose: { apply: 'Applying', join: 'Joining' } },
      records: await store.listAllRecognitionShares(db, whose),
    },
    {
      key: 'recognition-decisions',
      title: 'What employers decided on it',
      about: 'They decided. What their policy suggested to them stands beside it.',
      kind: 'recognition',
      tables: ['recognition_decision'],
      labels: {
        title: 'About',
        organisationName: 'By',
        outcome: 'Decided',
        topUp: 'Top-up',
        reason: 'Why',
        words: 'In their words',
        verdict: 'What the check said',
        suggested: 'What the policy suggested',
        at: 'On',
      },
      words: {
        outcome: outcomeNames,
        reason: reasonNames,
        verdict: verdicts,
        suggested: suggestions,
        kind: itemKindNames,
      },
      records: await store.listAllDecisions(db, whose),
    },
    {
      key: 'recognition-top-ups',
      title: 'Top-ups that you did',
      about: 'An employer recorded these. One that it took back stays here.',
      kind: 'recognition',
      tables: ['recognition_top_up'],
      labels: topUpLabels,
      records: await store.listAllTopUps(db, whose),
    },
    {
      key: 'recognition-replies',
      title: 'What you replied',
      about: 'You wrote these. The employer can read them.',
      kind: 'recognition',
      tables: ['recognition_reply'],
      labels: { words: 'Your reply', at: 'On' },
      records: await store.listAllReplies(db, whose),
    },
  ]
}

/** Without whom it was about: that is the other person's record. */
async function decidingSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'given-recognition',
      title: 'What you decided on for your organisation',
      about: 'Your decisions, without whom they were about. That is their record.',
      kind: 'recognition',
      tables: ['recognition_decision'],
      labels: { organisationName: 'For', outcome: 'Decided', at: 'On' },
      words: { outcome: outcomeNames },
      records: await store.listGivenDecisions(db, whose),
    },
    {
      key: 'given-top-ups',
      title: 'Top-ups of others that you recorded',
      about: 'Without whom they were about. That is their record.',
      kind: 'recognition',
      tables: ['recognition_top_up'],
      labels: topUpLabels,
      records: await store.listGivenTopUps(db, whose),
    },
    {
      key: 'acceptance-acts',
      title: 'What you published and agreed for your organisation',
      about: 'Versions of what it accepts, and agreements with others. They belong to it.',
      kind: 'acceptance-act',
      tables: ['acceptance_policy', 'acceptance_agreement', 'acceptance_agreement_step'],
      labels: { organisationName: 'For', act: 'What you did', at: 'On' },
      words: {
        act: {
          published: 'Published what it accepts',
          proposed: 'Proposed an agreement',
          agreed: 'Agreed',
          declined: 'Declined',
          'taken-back': 'Took it back',
          ended: 'Gave notice',
        },
      },
      records: await store.listAcceptanceActs(db, whose),
    },
  ]
}

async function remainsFor(db: Transaction, whose: Whose): Promise<Remains[]> {
  const decided = await store.listAllDecisions(db, whose)
  const names = [...new Set(decided.map(({ organisationName }) => organisationName))]
  return names.map((by) => {
    const count = decided.filter(({ organisationName }) => organisationName === by).length
    const what = `${count === 1 ? '1 decision' : `${count} decisions`} on what you shared, without its name or words`
    return { what, by, kind: 'recognition' }
  })
}

/** In the transaction of somebody who asks to close: no employer sees their set any more. */
async function stopAll(db: Transaction, person: Person): Promise<void> {
  for (const id of await store.endLiveRecognitions(db, { holderId: person.id })) {
    await recordEvent(db, person, 'recognition.stopped', `set:${id}`, { about: person.id })
  }
}
