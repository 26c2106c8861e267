/** What sharing where one stands keeps about a person: what they chose, with whom, and until when. */
import type { Transaction } from '../../database/database.ts'
import type { PersonalPart, RecordSection, RetentionRule, Whose } from '../../personal-record.ts'
import { audienceNames } from './model/audience.ts'
import { depthNames } from './model/standing-share.ts'
import { stopIn } from './sharing-actions.ts'
import {
  endStandingHistory,
  eraseStanding,
  listAllStandingShares,
} from './standing-record-store.ts'

export const standingPart: PersonalPart = {
  feature: 'standing',
  withheld: {},
  exportFor: async (db, whose) => ({ sections: [await sharesSection(db, whose)] }),
  closeFor: (db, person) => stopIn(db, person),
  eraseFor: eraseStanding,
}

export const standingRetention: readonly RetentionRule[] = [
  { kind: 'standing-share', end: endStandingHistory },
]

async function sharesSection(db: Transaction, whose: Whose): Promise<RecordSection> {
  return {
    key: 'standing-shares',
    title: 'Who sees where you stand',
    about: 'You chose this: what the people who manage your team, or your supervisor, may see.',
    kind: 'standing-share',
    tables: ['standing_share'],
    labels: {
      organisationName: 'With',
      audience: 'Who',
      depth: 'What they see',
      sharedAt: 'From',
      endsOn: 'Until',
      stoppedAt: 'Stopped or changed by you',
    },
    words: { audience: audienceNames, depth: depthNames },
    records: await listAllStandingShares(db, whose),
  }
}
