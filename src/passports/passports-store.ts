/** A holder's own entries: what they say of themselves, and their private notes. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { type LevelSlug, levelSlugs } from '../frameworks/model/framework.ts'
import type { Answer, SelfAnswers } from './model/answer.ts'

/** Until the transaction ends, nobody else changes this passport: a form posted twice waits. */
export async function lockPassport(db: Transaction, holderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`passport:${holderId}`}, 0))`.execute(
    db,
  )
}

/** The level and profession that the holder works at, where they are known. */
export async function findOwnRole(
  db: Transaction,
  holderId: string,
): Promise<{ readonly level?: LevelSlug | undefined; readonly profession?: string | undefined }> {
  const role = sql<{ level: string | null; profession: string | null }>`
    select level, profession from own_account(${holderId})`
  const [row] = (await role.execute(db)).rows
  return {
    level: levelSlugs.find((level) => level === row?.level),
    profession: row?.profession ?? undefined,
  }
}

/** The latest answer to each statement. An assessor sees those of an open request to them. */
export async function listAnswers(
  db: Transaction,
  { holderId, edition }: { readonly holderId: string; readonly edition: string },
): Promise<SelfAnswers> {
  const rows = await db
    .selectFrom('self_assessment')
    .where('holder_id', '=', holderId)
    .where('edition', '=', edition)
    .distinctOn('code')
    .orderBy('code')
    .orderBy('at', 'desc')
    .select(['code', 'answer', 'at'])
    .execute()
  // The column's check constraint allows only answers.
  return new Map(rows.map(({ code, answer, at }) => [code, { answer: answer as Answer, at }]))
}

/** What somebody said of each edition, by its ref: the latest answer to each statement of it. */
export async function listAnswersByEdition(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<ReadonlyMap<string, SelfAnswers>> {
  const rows = await db
    .selectFrom('self_assessment')
    .where('holder_id', '=', holderId)
    .distinctOn(['edition', 'code'])
    .orderBy('edition')
    .orderBy('code')
    .orderBy('at', 'desc')
    .select(['edition', 'code', 'answer', 'at'])
    .execute()
  const byEdition = Map.groupBy(rows, ({ edition }) => edition)
  return new Map(
    [...byEdition].map(([edition, said]) => [
      edition,
      // The column's check constraint allows only answers.
      new Map(said.map(({ code, answer, at }) => [code, { answer: answer as Answer, at }])),
    ]),
  )
}

/** Every answer that was given to these statements, the latest first. */
export async function listAnswerChanges(
  db: Transaction,
  {
    holderId,
    editions,
    codes,
  }: {
    readonly holderId: string
    readonly editions: readonly string[]
    readonly codes: readonly string[]
  },
): Promise<{ readonly code: string; readonly answer: Answer; readonly at: Date }[]> {
  const rows = await db
    .selectFrom('self_assessment')
    .where('holder_id', '=', holderId)
    .where('edition', 'in', [...editions])
    .where('code', 'in', codes)
    .orderBy('at', 'desc')
    .select(['code', 'answer', 'at'])
    .execute()
  // The column's check constraint allows only answers.
  return rows.map((row) => ({ ...row, answer: row.answer as Answer }))
}

export async function insertAnswers(
  db: Transaction,
  { holderId, edition }: { readonly holderId: string; readonly edition: string },
  answers: ReadonlyMap<string, Answer>,
  /** Of those that were given before now. */
  saidAt: ReadonlyMap<string, Date> = new Map(),
): Promise<void> {
  if (answers.size === 0) return
  const rows = [...answers].map(([code, answer]) => ({
    id: randomUUID(),
    holder_id: holderId,
    edition,
    code,
    answer,
    // Without a time, the database says when.
    at: saidAt.get(code) ?? sql<Date>`now()`,
  }))
  await db.insertInto('self_assessment').values(rows).execute()
}

interface NotePlace {
  readonly holderId: string
  readonly edition: string
  readonly section: string
}

/** A section keeps its notes over the editions that follow one another. */
type NotePlaces = Omit<NotePlace, 'edition'> & { readonly editions: readonly string[] }

export async function findNote(db: Transaction, place: NotePlaces): Promise<string | undefined> {
  return (await latestNote(db, place).select('note').executeTakeFirst())?.note
}

/** When the latest note on a section was written. */
export async function findNoteTime(db: Transaction, place: NotePlaces): Promise<Date | undefined> {
  return (await latestNote(db, place).select('at').executeTakeFirst())?.at
}

function latestNote(db: Transaction, { holderId, editions, section }: NotePlaces) {
  return db
    .selectFrom('private_note')
    .where('holder_id', '=', holderId)
    .where('edition', 'in', [...editions])
    .where('section', '=', section)
    .orderBy('at', 'desc')
}

/** The latest note on each section. */
export function listNotes(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<{ readonly section: string; readonly note: string }[]> {
  return db
    .selectFrom('private_note')
    .where('holder_id', '=', holderId)
    .distinctOn('section')
    .orderBy('section')
    .orderBy('at', 'desc')
    .select(['section', 'note'])
    .execute()
}

export async function insertNote(
  db: Transaction,
  { holderId, edition, section }: NotePlace,
  note: string,
  at?: Date | undefined,
): Promise<void> {
  const written = { id: randomUUID(), holder_id: holderId, edition, section, note }
  await db
    .insertInto('private_note')
    .values(at === undefined ? written : { ...written, at })
    .execute()
}
