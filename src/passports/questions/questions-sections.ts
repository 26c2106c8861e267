/** What was asked of somebody's sign-offs, and what was said to it, as they may read it. */
import type { Transaction } from '../../database/database.ts'
import type { RecordSection, Whose } from '../../personal-record.ts'
import { pauseCauseNames } from '../model/pause.ts'
import { causeNames } from '../model/signing.ts'
import { listAllPauses, listAllReplies } from './pauses-store.ts'
import { listAllProposals } from './proposals-store.ts'

export async function questionsSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'pauses',
      title: 'When a sign-off of yours was paused',
      about: 'Written by those who looked at it.',
      kind: 'signed-record',
      tables: ['sign_off_pause'],
      labels: {
        at: 'On',
        act: 'What was done',
        cause: 'Why',
        explanation: 'What they said',
        until: 'Last day',
        organisationName: 'By',
      },
      words: {
        act: { paused: 'Paused', extended: 'Given more time', ended: 'Ended' },
        cause: pauseCauseNames,
      },
      records: await listAllPauses(db, whose),
    },
    {
      key: 'proposed-withdrawals',
      title: 'Withdrawals that somebody proposed after you left',
      about: 'One person proposes, and a second decides.',
      kind: 'signed-record',
      tables: ['withdrawal_proposal', 'withdrawal_proposal_answer'],
      labels: {
        at: 'On',
        by: 'By',
        cause: 'Why',
        explanation: 'What they said',
        lapsesOn: 'To be decided by',
        outcome: 'What came of it',
        reason: 'Why not',
        answeredAt: 'Decided on',
      },
      words: {
        cause: causeNames,
        outcome: { confirmed: 'Confirmed', refused: 'Refused', 'taken-back': 'Taken back' },
      },
      records: (await listAllProposals(db, whose)).map(({ proposedBy: _, ...rest }) => rest),
    },
    {
      key: 'question-replies',
      title: 'What you said to it, and what you were answered',
      about: 'You wrote these, or they answered you.',
      kind: 'own-words',
      tables: ['sign_off_reply'],
      labels: { at: 'On', byHolder: 'You wrote it', words: 'Words' },
      records: await listAllReplies(db, whose),
    },
  ]
}
