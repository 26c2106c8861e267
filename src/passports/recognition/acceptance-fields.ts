/** What the forms on acceptance have in common: how fresh, which top-up, which day. */
import {
  type DateParts,
  dayOfParts,
  type FieldError,
  isBlankDate,
  partsOfDay,
  tooLong,
} from '../../web/posted-form.ts'
import { type DecisionOutcome, decisionOutcomes } from './model/acceptance-policy.ts'
import { freshMonths } from './model/policy-entered.ts'

export function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

export function monthErrors(field: string, months: string): FieldError[] {
  if (months === '' || freshMonths.some((one) => String(one) === months)) return []
  return [{ field, message: 'Select how fresh it must be' }]
}

export function topUpErrors(field: string, outcome: string, topUp: string): FieldError[] {
  if (outcome === 'accept-with-top-up' && topUp === '') {
    return [{ field, message: 'Enter what the top-up is' }]
  }
  return tooLong(topUp, 200, field, 'The top-up')
}

/** A day that is there in the calendar, within these two. */
export function dayErrors(
  field: string,
  parts: DateParts,
  { first, last }: { readonly first: string; readonly last: string },
): FieldError[] {
  if (isBlankDate(parts)) return [{ field, message: 'Enter a day' }]
  const day = dayOfParts(parts)
  if (day === undefined) {
    return [{ field, message: 'The day must be a real one, such as 27 3 2027' }]
  }
  if (day < first) return [{ field, message: `The day must not be before ${plain(first)}` }]
  return day > last ? [{ field, message: `The day must not be after ${plain(last)}` }] : []
}

function plain(day: string): string {
  const { day: date, month, year } = partsOfDay(day)
  return `${date} ${month} ${year}`
}

/** The outcome that somebody chose, or nothing. */
export function readOutcome(value: string): DecisionOutcome | undefined {
  return decisionOutcomes.find((one) => one === value)
}
