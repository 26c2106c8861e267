/** The forms of those who sign off, decline and withdraw. */
import type { Finding } from '../finding.ts'
import { addYears } from './model/day.ts'
import { declineReasons, isDeclineReason } from './model/decline-reason.ts'
import { type Cause, causes, type Method, methods } from './model/signing.ts'
import {
  chosenField,
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
} from './posted-form.ts'

const settingLimit = 100
const textLimit = 1000

/** How old what an assessor saw may be, and how far off a review, in years. */
const oldest = 5
const furthest = 10

export interface Signed {
  readonly codes: readonly string[]
  readonly method: Method
  readonly assessedOn: string
  readonly setting: string
  readonly reviewOn?: string | undefined
  readonly note?: string | undefined
}

export interface SignedEntered {
  readonly codes: readonly string[]
  readonly method: string
  readonly assessed: DateParts
  readonly setting: string
  readonly review: DateParts
  readonly note: string
  readonly findings: readonly Finding[]
}

/** As the form first stands: everything ticked, today, and a review in a year. */
export function freshSigning(codes: readonly string[], today: string): SignedEntered {
  return {
    codes,
    method: '',
    assessed: partsOfDay(today),
    setting: '',
    review: partsOfDay(addYears(today, 1)),
    note: '',
    findings: [],
  }
}

export function signForm(
  body: unknown,
  { codes: offered, today }: { readonly codes: readonly string[]; readonly today: string },
): FormResult<Signed, SignedEntered> {
  const entered = enteredSigning(body, offered)
  const { codes, assessed, review, setting, note } = entered
  const method = methods.find((method) => method === entered.method)
  const assessedOn = dayOfParts(assessed)
  const reviewOn = isBlankDate(review) ? undefined : dayOfParts(review)
  const errors = [
    ...(codes.length === 0 ? [{ field: 'codes', message: 'Select at least one statement' }] : []),
    ...(method === undefined ? [{ field: 'method', message: 'Select how you know' }] : []),
    ...dateErrors(assessed, assessedOn, today),
    ...(setting === '' ? [{ field: 'setting', message: 'Enter where this was' }] : []),
    ...tooLong(setting, settingLimit, 'setting', 'Where this was'),
    ...reviewErrors(review, reviewOn, { assessedOn, today }),
    ...tooLong(note, textLimit, 'note', 'Your note'),
    ...findingErrors(entered.findings),
  ]
  if (method === undefined || assessedOn === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  const value = { codes, method, assessedOn, setting, reviewOn, note: note || undefined }
  return { ok: true, value, entered }
}

function enteredSigning(body: unknown, offered: readonly string[]): SignedEntered {
  const setting = textField(body, 'setting').replaceAll('\n', ' ')
  const note = textField(body, 'note')
  return {
    codes: chosenField(body, 'codes', offered),
    method: textField(body, 'method'),
    assessed: dateField(body, 'assessed'),
    setting,
    review: dateField(body, 'review'),
    note,
    findings: patientFindings(body, { setting, note }),
  }
}

function dateErrors(parts: DateParts, day: string | undefined, today: string): FieldError[] {
  const error = (message: string) => [{ field: 'assessed', message }]
  if (isBlankDate(parts)) return error('Enter the date when you confirmed this')
  if (day === undefined) return error('The date must be a real date, such as 27 3 2026')
  if (day > today) return error('The date must be today or in the past')
  if (day < addYears(today, -oldest)) return error(`The date must be in the last ${oldest} years`)
  return []
}

function reviewErrors(
  parts: DateParts,
  day: string | undefined,
  { assessedOn = '', today }: { readonly assessedOn?: string | undefined; readonly today: string },
): FieldError[] {
  const error = (message: string) => [{ field: 'review', message }]
  if (isBlankDate(parts)) return []
  if (day === undefined) return error('The review date must be a real date, such as 27 3 2027')
  if (day <= assessedOn) return error('The review date must be after the date when you confirmed')
  if (day <= today) return error('The review date must be in the future')
  if (day > addYears(today, furthest)) {
    return error(`The review date must be in the next ${furthest} years`)
  }
  return []
}

export interface DeclinedEntered {
  readonly reason: string
  readonly words: string
  readonly findings: readonly Finding[]
}

export function declineForm(body: unknown): FormResult<string, DeclinedEntered> {
  const reason = textField(body, 'reason')
  const words = textField(body, 'words')
  const findings = patientFindings(body, { words })
  const entered = { reason, words, findings }
  const own = reason === 'own-words'
  const errors = [
    ...(own || isDeclineReason(reason)
      ? []
      : [{ field: 'reason', message: 'Select what to say, or write your own words' }]),
    ...(own && words === '' ? [{ field: 'words', message: 'Enter what you want to say' }] : []),
    ...tooLong(words, textLimit, 'words', 'Your words'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: isDeclineReason(reason) ? declineReasons[reason] : words, entered }
}

export interface Withdrawn {
  readonly codes: readonly string[]
  readonly cause: Cause
  readonly explanation: string
}

export interface WithdrawnEntered {
  readonly codes: readonly string[]
  readonly cause: string
  readonly explanation: string
  readonly findings: readonly Finding[]
}

export function withdrawForm(
  body: unknown,
  offered: readonly string[],
): FormResult<Withdrawn, WithdrawnEntered> {
  const codes = chosenField(body, 'codes', offered)
  const entered = {
    codes,
    cause: textField(body, 'cause'),
    explanation: textField(body, 'explanation'),
    findings: patientFindings(body, { explanation: textField(body, 'explanation') }),
  }
  const { explanation, findings } = entered
  const cause = causes.find((cause) => cause === entered.cause)
  const errors = [
    ...(codes.length === 0 ? [{ field: 'codes', message: 'Select what to withdraw' }] : []),
    ...(cause === undefined ? [{ field: 'cause', message: 'Select why' }] : []),
    ...(explanation === ''
      ? [{ field: 'explanation', message: 'Enter an explanation for the holder' }]
      : []),
    ...tooLong(explanation, textLimit, 'explanation', 'The explanation'),
    ...findingErrors(findings),
  ]
  if (cause === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { codes, cause, explanation }, entered }
}
