/** What privacy keeps about a holder. */
import type { RecordKind } from '../record-kind.ts'
import { findOwnAnswers } from './equality/equality-actions.ts'
import type { EqualityAsked } from './equality/equality-key.ts'
import { describeAnswers } from './equality/model/question.ts'
import { describeViewing } from './viewings/model/describe-viewing.ts'
import { listViewings } from './viewings/viewings-page-store.ts'

export function privacyRecordKinds({ questions, key }: EqualityAsked): readonly RecordKind[] {
  return [
    {
      id: 'who-looked',
      name: 'Who looked',
      list: async (db, { holderId }) =>
        (await listViewings(db, { holderId, skip: 0, limit: 50 })).map((seen) => ({
          key: seen.id,
          words: describeViewing(seen),
        })),
    },
    {
      id: 'equality',
      name: 'Equality',
      // Of whoever reads: what is asked for is never named.
      list: async (db) => {
        if (key === undefined) return []
        const own = await findOwnAnswers(db, key)
        if (own.state === 'unreadable' || own.held === undefined) return []
        return describeAnswers(questions, own.held).map(({ id, asks, answer }) => ({
          key: id,
          words: `${asks} ${answer}`,
        }))
      },
    },
  ]
}
