/** Answering and withdrawing. No audit event: docs/decisions/0010-equality-answers.md says why. */
import { z } from 'zod'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import type { EqualityKey } from './equality-key.ts'
import {
  findOwnSealed,
  insertKeyInUse,
  isKeyInUse,
  removeOwn,
  setOwnSealed,
} from './equality-store.ts'
import { type EqualityAnswers, nations } from './model/question.ts'

export type OwnAnswers =
  | { readonly state: 'readable'; readonly held: EqualityAnswers | undefined }
  /** Sealed with a key that is not the one in use. */
  | { readonly state: 'unreadable' }

const kept: z.ZodType<EqualityAnswers> = z.strictObject({
  edition: z.string(),
  nation: z.enum(nations),
  answers: z.record(z.string(), z.string()),
})

export async function findOwnAnswers(db: Transaction, key: EqualityKey): Promise<OwnAnswers> {
  if ((await isKeyInUse(db, key)) === false) return { state: 'unreadable' }
  const words = await findOwnSealed(db, key)
  return {
    state: 'readable',
    held: words === undefined ? undefined : kept.parse(JSON.parse(words)),
  }
}

/** No answer at all is the same as none kept. */
export function saveAnswers(
  db: Database,
  actor: Person,
  key: EqualityKey,
  said: EqualityAnswers,
): Promise<void> {
  return asActor(db, actor, async (db) => {
    if (Object.keys(said.answers).length === 0) return removeOwn(db, key)
    await insertKeyInUse(db, key)
    // Asked after the insert, so that of two keys used at once one is refused.
    if ((await isKeyInUse(db, key)) !== true) throw new Conflict(anotherKey)
    await setOwnSealed(db, key, JSON.stringify(said))
  })
}

export function clearAnswers(db: Database, actor: Person, key: EqualityKey): Promise<void> {
  return asActor(db, actor, async (db) => {
    if ((await isKeyInUse(db, key)) === false) throw new Conflict(anotherKey)
    await removeOwn(db, key)
  })
}

const anotherKey =
  'Equality answers cannot be read or changed now: the key they are kept with is not the one in use. Nothing was changed. Whoever runs this service has to put the key back.'
