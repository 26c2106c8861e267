/** What is kept of reminders, for somebody's copy of it. */
import type { Transaction } from '../../database/database.ts'
import type { RecordSection, Whose } from '../../personal-record.ts'
import { listChoices, listWeeklyLetters } from './reminders-store.ts'

export async function reminderSections(db: Transaction, whose: Whose): Promise<RecordSection[]> {
  return [
    {
      key: 'reminder-choice',
      title: 'Whether you want letters that remind you',
      about:
        'You chose this. Without a choice, a letter comes in a week in which something is due.',
      kind: 'account',
      tables: ['reminder_choice'],
      labels: { letters: 'Letters', at: 'Chosen' },
      words: { letters: { weekly: 'Once a week', none: 'None' } },
      records: await listChoices(db, whose),
    },
    {
      key: 'weekly-letters',
      title: 'Letters of the week that we sent you',
      about: 'That one was sent, and when. What it said is not kept.',
      kind: 'weekly-letter',
      tables: ['weekly_letter'],
      labels: { week: 'Week of', at: 'Sent' },
      records: await listWeeklyLetters(db, whose),
    },
  ]
}
