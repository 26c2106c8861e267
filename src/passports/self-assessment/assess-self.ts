import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import type { Answer } from '../model/answer.ts'
import {
  findNote,
  findNoteTime,
  insertAnswers,
  insertNote,
  listAnswers,
  lockPassport,
} from '../passports-store.ts'
import { chooseChanges, isOvertaken } from './model/choose-changes.ts'

export interface SelfAssessment {
  readonly edition: string
  /** "2.1", or "domain 2" for a whole domain. */
  readonly place: string
  /** By code; statements that were left blank are not in it. */
  readonly answers: ReadonlyMap<string, Answer>
  /** When, of the answers that waited on a phone. */
  readonly saidAt?: ReadonlyMap<string, Date> | undefined
  /** Undefined leaves the note as it is. */
  readonly note?: SectionNote | undefined
}

interface SectionNote {
  readonly section: string
  readonly text: string
  /** Where it waited on a phone. */
  readonly at?: Date | undefined
}

/** What was not kept, because something later stands there: codes, and `note`. */
export type Overtaken = readonly string[]

/** Appends the answers that changed, and the note when it did. Posting the same again adds nothing. */
export function assessSelf(db: Database, actor: Person, said: SelfAssessment): Promise<Overtaken> {
  const { edition, place, saidAt } = said
  const owner = { holderId: actor.id, edition }
  return asActor(db, actor, async (db) => {
    await lockPassport(db, actor.id)
    const held = await listAnswers(db, owner)
    const { changed, overtaken } = chooseChanges(said.answers, held, saidAt)
    await insertAnswers(db, owner, changed, saidAt)
    const note = said.note && (await keepNote(db, owner, said.note))
    const left = note === 'overtaken' ? [...overtaken, 'note'] : overtaken
    if (changed.size === 0 && note !== 'kept') return left
    await recordEvent(db, actor, 'self-assessment.saved', `person:${actor.id}`, {
      edition,
      place: place.replace(' ', '-'),
      answers: changed.size,
    })
    return left
  })
}

async function keepNote(
  db: Transaction,
  owner: { readonly holderId: string; readonly edition: string },
  { section, text, at }: SectionNote,
): Promise<'kept' | 'same' | 'overtaken'> {
  const place = { ...owner, section }
  const where = { ...place, editions: [owner.edition] }
  if (text === ((await findNote(db, where)) ?? '')) return 'same'
  if (isOvertaken(at, await findNoteTime(db, where))) return 'overtaken'
  await insertNote(db, place, text, at)
  return 'kept'
}
