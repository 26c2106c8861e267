/** What the corridor, next chances, slips and renewals keep about a person, as they may read it. */
import type { Transaction } from '../../database/database.ts'
import type { RecordSection, Whose } from '../../personal-record.ts'
import { methodNames } from '../model/signing.ts'
import { listAllRenewals, listReminders } from '../renewals/renewals-store.ts'
import { listOwnRequests } from '../sign-offs/requests-store.ts'
import { listCorrectionsOf } from '../sign-offs/signings-store.ts'
import { listAllVisits, listOwnTries } from './visits-store.ts'

export async function corridorSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  const asked = await listOwnRequests(db, { holderId: whose.personId })
  return [
    {
      key: 'codes-shown',
      title: 'Codes that you showed for a sign-off',
      about: 'You showed these, and a colleague may have opened them.',
      kind: 'corridor-visit',
      tables: ['corridor_visit', 'corridor_request'],
      labels: {
        madeAt: 'Shown',
        level: 'Level',
        openedBy: 'Opened by',
        organisationName: 'For',
        openedAt: 'Opened',
        signedAt: 'Signed',
      },
      records: await listAllVisits(db, whose),
    },
    {
      key: 'codes-typed',
      title: 'Codes that you typed',
      about: 'You typed these. Whose they were is theirs.',
      kind: 'corridor-visit',
      tables: ['corridor_try'],
      labels: { at: 'On', opened: 'It worked' },
      records: await listOwnTries(db, whose),
    },
    {
      key: 'next-chances',
      title: 'Next chances that you were given',
      about: 'Written by a colleague who did not sign yet.',
      kind: 'unsigned-request',
      tables: ['sign_off_chance'],
      labels: { section: 'Section', on: 'On', occasion: 'When' },
      records: asked.flatMap(({ id, section, answer }) =>
        answer?.chance === undefined ? [] : [{ requestId: id, section, ...answer.chance }],
      ),
    },
    {
      key: 'slips-put-right',
      title: 'Slips that an assessor put right in your sign-offs',
      about: 'Written by the assessor, in place of what stood before.',
      kind: 'signed-record',
      tables: ['signing_correction'],
      labels: {
        at: 'On',
        method: 'How they know',
        assessedOn: 'Seen on',
        setting: 'Where',
        reviewOn: 'Review due',
        note: 'Their note to you',
      },
      words: { method: methodNames },
      records: await listCorrectionsOf(db, whose),
    },
    {
      key: 'renewals',
      title: 'What you asked to be looked at again',
      about: 'You asked. The facts are those of the sign-off as it stood.',
      kind: 'unsigned-request',
      tables: ['sign_off_renewal'],
      labels: {
        signedBy: 'Signed by',
        method: 'How',
        assessedOn: 'Seen on',
        setting: 'Where',
        reviewOn: 'Review due',
      },
      words: { method: methodNames },
      records: await listAllRenewals(db, whose),
    },
    {
      key: 'review-reminders',
      title: 'Letters that reminded you of a review',
      about: 'We sent these.',
      kind: 'signed-record',
      tables: ['review_reminder'],
      labels: { at: 'On', reviewOn: 'Of the review on', kind: 'Why' },
      words: { kind: { due: 'Due within 30 days', passed: 'The day has passed' } },
      records: await listReminders(db, whose),
    },
  ]
}
