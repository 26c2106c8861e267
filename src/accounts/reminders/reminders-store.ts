/** Who wants reminders, and whose letter of the week went out. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { ReminderChoice } from './model/reminder-choice.ts'

interface Whose {
  readonly personId: string
}

/** What they chose, if they did. */
export async function findReminderChoice(
  db: Transaction,
  { personId }: Whose,
): Promise<ReminderChoice | undefined> {
  const row = await db
    .selectFrom('reminder_choice')
    .where('person_id', '=', personId)
    .select('letters')
    .executeTakeFirst()
  // The column's check constraint allows only choices.
  return row?.letters as ReminderChoice | undefined
}

export async function setReminderChoice(
  db: Transaction,
  { personId, letters, at }: Whose & { readonly letters: ReminderChoice; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('reminder_choice')
    .values({ person_id: personId, letters, at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ letters, at }))
    .execute()
}

/** As `job:weekly-letter`: of these people, who is written to this week, and where. Each once. */
export async function takeWeeklyLetters(
  db: Transaction,
  { people, week }: { readonly people: readonly string[]; readonly week: string },
): Promise<readonly { readonly personId: string; readonly address: string }[]> {
  const { rows } = await sql<{ readonly personId: string; readonly address: string }>`
    select person_id as "personId", address
    from take_weekly_letters(${[...people]}::uuid[], ${week}::date)`.execute(db)
  return rows
}

export function listChoices(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('reminder_choice')
    .where('person_id', '=', personId)
    .select(['letters', 'at'])
    .execute()
}

export function listWeeklyLetters(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('weekly_letter')
    .where('person_id', '=', personId)
    .orderBy('week')
    .select(['week', 'at'])
    .execute()
}

export async function eraseReminders(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_reminders(${personId})`.execute(db)
}

export async function endWeeklyLetters(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select end_weekly_letters(${before}) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}
