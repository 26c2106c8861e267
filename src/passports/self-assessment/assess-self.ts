import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
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
  /** "2.1", or "domain 2" for a whole domain. */
  readonly place: string
  /** By code; statements that were left blank are not in it. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Undefined leaves the note as it is. */
  readonly note?: SectionNote | undefined
}

interface SectionNote {
  readonly section: string
  readonly text: string
}

/** Appends the answers that changed, and the note when it did. Posting the same again adds nothing. */
export function assessSelf(db: Database, actor: Person, said: SelfAssessment): Promise<void> {
  const { edition, place } = said
  const owner = { holderId: actor.id, edition }
  return asActor(db, actor, async (db) => {
    await lockPassport(db, actor.id)
    const held = await listAnswers(db, owner)
    const changed = new Map(
      [...said.answers].filter(([code, answer]) => held.get(code)?.answer !== answer),
    )
    await insertAnswers(db, owner, changed)
    const noteChanged = said.note !== undefined && (await keepNote(db, owner, said.note))
    if (changed.size === 0 && !noteChanged) return
    await recordEvent(db, actor, 'self-assessment.saved', `person:${actor.id}`, {
      edition,
      place: place.replace(' ', '-'),
      answers: changed.size,
    })
  })
}

/** False when it says what is kept already. */
async function keepNote(
  db: Transaction,
  owner: { readonly holderId: string; readonly edition: string },
  { section, text }: SectionNote,
): Promise<boolean> {
  const at = { ...owner, section }
  if (text === ((await findNote(db, at)) ?? '')) return false
  await insertNote(db, at, text)
  return true
}
