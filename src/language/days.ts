/** Days of the calendar as YYYY-MM-DD, which also sorts them, on a clock in London. */

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export function dayOf(moment: Date): string {
  return london.format(moment)
}

export function addDays(day: string, days: number): string {
  const moment = noonOf(day)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** Negative where the second day is before the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((noonOf(second).getTime() - noonOf(first).getTime()) / 86_400_000)
}

/** The same day of another year; 29 February becomes 28 February where there is none. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const moved = readDay({ year: year + years, month, day: date })
  return moved ?? `${String(year + years).padStart(4, '0')}-02-28`
}

/** The same day of another month; the last day of that month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const moved = year * 12 + (month - 1) + months
  const place = { year: Math.floor(moved / 12), month: (moved % 12) + 1 }
  const days = [date, 30, 29, 28]
  const real = days.map((date) => readDay({ ...place, day: date })).find((found) => found)
  return real ?? day
}

/** Undefined when the calendar has no such day. */
export function readDay(parts: {
  readonly day: number
  readonly month: number
  readonly year: number
}): string | undefined {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`
  const moment = noonOf(day)
  // Date takes 31 February for 3 March.
  const real = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
  return real ? day : undefined
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
