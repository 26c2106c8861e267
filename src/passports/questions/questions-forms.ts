/** Pausing, giving more time, ending, proposing a second time, and what is said to all of them. */
import { addMonths } from '../../language/days.ts'
import {
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  isBlankDate,
  partsOfDay,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { checkLastDay, longestPause, type PauseCause, pauseCauses } from '../model/pause.ts'
import type { PauseEntered, WordsEntered } from './model/entered.ts'

export const explanationLimit = 1000
const wordsLimit = 2000

export interface PauseForm {
  readonly cause: PauseCause
  readonly explanation: string
  readonly until: string
}

/** A month is offered: most of what is looked at takes no longer. */
export function freshPause(today: string): PauseEntered {
  return { cause: '', explanation: '', until: partsOfDay(addMonths(today, 1)), findings: [] }
}

interface Bounds {
  readonly today: string
  readonly begunOn?: string | undefined
  readonly before?: string | undefined
  readonly used?: number | undefined
}

export function pauseForm(body: unknown, bounds: Bounds): FormResult<PauseForm, PauseEntered> {
  const entered = enteredPause(body)
  const cause = pauseCauses.find((one) => one === entered.cause)
  const until = dayOfParts(entered.until)
  const errors = [
    ...(cause === undefined ? [{ field: 'cause', message: 'Select why' }] : []),
    ...explanationErrors(entered),
    ...lastDayErrors(entered.until, until, bounds),
    ...findingErrors(entered.findings),
  ]
  if (cause === undefined || until === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { cause, explanation: entered.explanation, until }, entered }
}

export function moreTimeForm(
  body: unknown,
  bounds: Bounds,
): FormResult<Omit<PauseForm, 'cause'>, PauseEntered> {
  const entered = enteredPause(body)
  const until = dayOfParts(entered.until)
  const errors = [
    ...explanationErrors(entered),
    ...lastDayErrors(entered.until, until, bounds),
    ...findingErrors(entered.findings),
  ]
  if (until === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { explanation: entered.explanation, until }, entered }
}

function enteredPause(body: unknown): PauseEntered {
  const explanation = textField(body, 'explanation')
  return {
    cause: textField(body, 'cause'),
    explanation,
    until: dateField(body, 'until'),
    findings: patientFindings(body, { explanation }),
  }
}

function explanationErrors({ explanation }: PauseEntered): FieldError[] {
  return [
    ...(explanation === ''
      ? [{ field: 'explanation', message: 'Write what happened, for the worker to read' }]
      : []),
    ...tooLong(explanation, explanationLimit, 'explanation', 'The explanation'),
  ]
}

function lastDayErrors(parts: DateParts, day: string | undefined, bounds: Bounds): FieldError[] {
  const error = (message: string) => [{ field: 'until', message }]
  if (isBlankDate(parts)) return error(`Enter the last day, at most ${longestPause} months away`)
  if (day === undefined) return error('The last day must be a real date, such as 27 3 2027')
  const message = checkLastDay(day, bounds)
  return message === undefined ? [] : error(message)
}

export const freshWords: WordsEntered = { words: '', findings: [] }

/** A few words that somebody else reads; `missing` says so where there are none. */
export function wordsForm(
  body: unknown,
  {
    field,
    missing,
    limit = wordsLimit,
  }: {
    readonly field: string
    readonly missing: string
    readonly limit?: number | undefined
  },
): FormResult<string, WordsEntered> {
  const words = textField(body, field)
  const findings = patientFindings(body, { [field]: words })
  const errors = [
    ...(words === '' ? [{ field, message: missing }] : []),
    ...tooLong(words, limit, field, 'Your words'),
    ...findingErrors(findings),
  ]
  const entered = { words, findings }
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: words, entered }
}
