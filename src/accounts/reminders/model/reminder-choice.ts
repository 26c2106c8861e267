/** When somebody wants letters that remind them. */
export const reminderChoices = ['weekly', 'none'] as const
export type ReminderChoice = (typeof reminderChoices)[number]

/** Of somebody who has not chosen. */
export const usualChoice: ReminderChoice = 'weekly'
