/** The demonstration's post box: letters to made-up people, for whoever tries it to read. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Letter } from './letter.ts'

export interface ShownLetter extends Letter {
  readonly at: Date
}

const mostShown = 200

export async function insertShownLetter(db: Transaction, letter: Letter): Promise<void> {
  const { to: address, subject, text } = letter
  await db.insertInto('demonstration_letter').values({ address, subject, text }).execute()
}

/** Newest first. */
export async function listShownLetters(db: Transaction): Promise<readonly ShownLetter[]> {
  return db
    .selectFrom('demonstration_letter')
    .select(['address as to', 'subject', 'text', 'at'])
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
}

/** As `job:enforce-retention`. */
export async function endShownLetters(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select end_letters(${before}) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}
