import { dayInWords, plainDate } from '../../language/plain-dates.ts'

/** The last second of a day in London, as an XSD dateTimeStamp; the day is given as YYYY-MM-DD. */
export function endOfLondonDay(day: string): string {
  const winterEnd = new Date(`${day}T23:59:59Z`)
  if (Number.isNaN(winterEnd.getTime())) throw new Error(`not a day: ${day}`)
  return plainDate(winterEnd) === dayInWords(day) ? `${day}T23:59:59Z` : `${day}T22:59:59Z`
}

const timestampForm = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** An XSD dateTimeStamp as VC Data Model 2.0 §4.9 asks for: with its time zone, a real moment. */
export function readTimestamp(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined
  const [, year, month, day] = timestampForm.exec(value) ?? []
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return undefined
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

export function timestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}

// Date takes 31 February for 3 March; a credential that says so is not to be read kindly.
function isCalendarDay(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}
