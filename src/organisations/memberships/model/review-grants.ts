/** When a permission ends unless it is given anew, and when somebody should look at it again. */
import { addDays, addMonths } from '../../../language/days.ts'

/** In months. The longest is two years: people move, and what they may do should follow. */
export const grantMonths = [3, 6, 12, 24] as const
export const usualGrantMonths = 12
export const reviewDays = 60

export interface GrantDates {
  /** ISO date: the last day on which it holds. Nothing for one that was given before ends were asked. */
  readonly expiresOn: string | undefined
  readonly reviewOn: string | undefined
}

export function grantDates(
  today: string,
  months: number,
): { readonly expiresOn: string; readonly reviewOn: string } {
  const expiresOn = addMonths(today, months)
  return { expiresOn, reviewOn: addDays(expiresOn, -reviewDays) }
}

/** Due within the next sixty days. A permission without any end is due at once. */
export function isReviewDue({ expiresOn, reviewOn }: GrantDates, today: string): boolean {
  const soon = addDays(today, reviewDays)
  if (expiresOn === undefined) return reviewOn === undefined || reviewOn <= today
  return expiresOn <= soon || (reviewOn !== undefined && reviewOn <= today)
}
