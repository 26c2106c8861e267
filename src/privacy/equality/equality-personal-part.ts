/** What equality answers are to a person's record: only ever read as themselves. */
import type { Transaction } from '../../database/database.ts'
import type { PersonalPart } from '../../personal-record.ts'
import { findOwnAnswers } from './equality-actions.ts'
import { readEqualityQuestions } from './equality-content.ts'
import { type EqualityKey, equalityKeyOf } from './equality-key.ts'
import { isKeyInUse, removeErased } from './equality-store.ts'
import { describeAnswers } from './model/question.ts'

/** Without a key there is nothing that could be told apart as theirs. */
export function equalityPart(equalityKey: Buffer | undefined): PersonalPart {
  const key = equalityKey && equalityKeyOf(equalityKey)
  return {
    feature: 'equality',
    withheld: { equality_key: 'It is the mark of a key, and of nobody.' },
    exportFor: async (db) => {
      const own = key && (await findOwnAnswers(db, key))
      const held = own?.state === 'readable' ? own.held : undefined
      const answers = held === undefined ? [] : describeAnswers(readEqualityQuestions(), held)
      return {
        sections: [
          {
            key: 'equality-answers',
            title: 'Your answers to the equality questions',
            about:
              own?.state === 'unreadable'
                ? 'They cannot be read now: the key they are kept with is not the one in use.'
                : 'You gave them. Nobody else sees them by name.',
            kind: 'equality',
            tables: ['equality_answer'],
            labels: { asks: 'Question', answer: 'Your answer' },
            records: answers,
          },
        ],
      }
    },
    eraseFor: async (db, whose) => {
      if (key === undefined) return
      await refuseAnotherKey(db, key)
      await removeErased(db, key, whose)
    },
  }
}

/** Erasing waits and is tried again, rather than leave behind what the right key would open. */
async function refuseAnotherKey(db: Transaction, key: EqualityKey): Promise<void> {
  if ((await isKeyInUse(db, key)) !== false) return
  throw new Error(
    'Equality answers cannot be erased: EQUALITY_KEY is not the key that they are kept with. Put it back; or, if it is lost for good, empty equality_answer and equality_key as the owner of the database.',
  )
}
