/** A day that somebody entered in three fields. */
import {
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  isBlankDate,
} from '../web/posted-form.ts'

export interface DayAnswer {
  readonly parts: DateParts
  /** YYYY-MM-DD; undefined where it is blank or wrong. */
  readonly day?: string | undefined
  readonly errors: readonly FieldError[]
}

interface AskedDay {
  readonly field: string
  /** "the day when it closed". */
  readonly what: string
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
  readonly optional?: boolean
  /** Said where the day lies outside. */
  readonly outside: string
}

export function dayAnswer(body: unknown, asked: AskedDay): DayAnswer {
  const parts = dateField(body, asked.field)
  const day = dayOfParts(parts)
  const message = problemOf(asked, isBlankDate(parts), day)
  if (message === undefined) return { parts, day, errors: [] }
  return { parts, errors: [{ field: asked.field, message }] }
}

function problemOf(asked: AskedDay, blank: boolean, day: string | undefined): string | undefined {
  if (blank) return asked.optional === true ? undefined : `Enter ${asked.what}`
  if (day === undefined) {
    const [first = '', ...rest] = asked.what
    return `${first.toUpperCase()}${rest.join('')} must be a real date, such as 27 3 2026`
  }
  const tooEarly = asked.earliest !== undefined && day < asked.earliest
  const tooLate = asked.latest !== undefined && day > asked.latest
  return tooEarly || tooLate ? asked.outside : undefined
}
