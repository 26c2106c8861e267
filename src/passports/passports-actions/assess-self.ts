import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/record-event.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import type { Answer } from '../model/answer.ts'
import {
  findNote,
  insertAnswers,
  insertNote,
  listAnswers,
  lockPassport,
} from '../passports-store.ts'

export interface SelfAssessment {
  readonly edition: string
  readonly section: string
  /** By code; statements that were left blank are not in it. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly note: string
}

/** Appends the answers that changed, and the note when it did. Posting the same again adds nothing. */
export function assessSelf(db: Database, actor: Person, said: SelfAssessment): Promise<void> {
  const { edition, section, note } = said
  const place = { holderId: actor.id, edition, section }
  return asActor(db, actor, async (db) => {
    await lockPassport(db, actor.id)
    const held = await listAnswers(db, place)
    const changed = new Map(
      [...said.answers].filter(([code, answer]) => held.get(code)?.answer !== answer),
    )
    const noteChanged = note !== ((await findNote(db, place)) ?? '')
    if (changed.size === 0 && !noteChanged) return
    await insertAnswers(db, place, changed)
    if (noteChanged) await insertNote(db, place, note)
    await recordEvent(db, actor, 'self-assessment.saved', `person:${actor.id}`, {
      edition,
      section,
      answers: changed.size,
    })
  })
}
