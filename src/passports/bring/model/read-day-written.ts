/** Dates as spreadsheets write them. 3/4/2026 is told by which part comes first, and asked once. */
import { readDay } from '../../../language/days.ts'
import type { DayOrder } from './training-file.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const parted = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/
const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const dayNamed = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4}|\d{2})$/i
const monthNamed = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i

/** YYYY-MM-DD; undefined where the calendar has no such day, or it is written in another way. */
export function readDayWritten(written: string, order: DayOrder): string | undefined {
  const text = withoutTime(written)
  const [, ...numbers] = iso.exec(text) ?? []
  if (numbers.length > 0) return dayFrom(numbers, ['year', 'month', 'day'])
  const [, ...parts] = parted.exec(text) ?? []
  if (parts.length > 0) {
    return dayFrom(
      parts,
      order === 'day-first' ? ['day', 'month', 'year'] : ['month', 'day', 'year'],
    )
  }
  const [, day, dayMonth, dayYear] = dayNamed.exec(text) ?? []
  if (day !== undefined) return namedDay(day, dayMonth, dayYear)
  const [, month, monthDay, year] = monthNamed.exec(text) ?? []
  return month === undefined ? undefined : namedDay(monthDay, month, year)
}

function withoutTime(written: string): string {
  return written
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '')
    .trim()
}

type Part = 'day' | 'month' | 'year'

function dayFrom(numbers: readonly string[], order: readonly Part[]): string | undefined {
  const at = (part: Part) => numbers[order.indexOf(part)] ?? ''
  return readDay({ day: Number(at('day')), month: Number(at('month')), year: fullYear(at('year')) })
}

function namedDay(day = '', month = '', year = ''): string | undefined {
  const place = months.indexOf(month.toLowerCase()) + 1
  return place === 0 ? undefined : readDay({ day: Number(day), month: place, year: fullYear(year) })
}

/** Nobody's training was before 1970 who writes a year with two figures. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year)
  return Number(year) + (Number(year) < 70 ? 2000 : 1900)
}

/** Which part comes first, where the dates themselves say so; else it has to be asked. */
export function findDayOrder(written: readonly string[]): DayOrder | 'either' | 'no-matter' {
  let open = false
  let dayFirst = false
  let monthFirst = false
  for (const cell of written) {
    const [, first = '', second = ''] = parted.exec(withoutTime(cell)) ?? []
    if (first === '' || first === second) continue
    open = true
    dayFirst ||= Number(first) > 12
    monthFirst ||= Number(second) > 12
  }
  if (!open) return 'no-matter'
  if (dayFirst === monthFirst) return 'either'
  return dayFirst ? 'day-first' : 'month-first'
}
