/** The forms of those who sign off and withdraw. */
import type { Finding } from '../../finding.ts'
import type { Statement } from '../../frameworks/model/framework.ts'
import { addMonths, addYears } from '../../language/days.ts'
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
} from '../../web/posted-form.ts'
import type { SelfAnswers } from '../model/answer.ts'
import { missingParts, partsOf } from '../model/check-parts.ts'
import { chooseToAsk } from '../model/choose-to-ask.ts'
import { type Assessment, type Cause, causes, type Method, methods } from '../model/signing.ts'
import type { SigningDraft } from '../model/signing-draft.ts'
import type { SignedEntered, UndoEntered } from './model/entered.ts'
import { partsField } from './model/parts-field.ts'
import type { Took } from './signing-acts-store.ts'

const settingLimit = 100
const textLimit = 1000

/** How old what an assessor saw may be, and how far off a review, in years. */
export const oldest = 5
export const furthest = 10

/** When a sign-off is looked at again unless the assessor says otherwise, in months. */
export const reviewAfter = { usual: 12, highRisk: 6 } as const

export interface Signed {
  readonly codes: readonly string[]
  readonly parts: Readonly<Record<string, readonly string[]>>
  readonly method: Method
  readonly assessedOn: string
  readonly setting: string
  readonly reviewOn: string
  readonly note?: string | undefined
  readonly took?: Took | undefined
}

/** As the form first stands: what the worker says they do is ticked, and it has a review date. */
export function freshSigning(
  {
    statements,
    answers,
    renewal,
  }: {
    readonly statements: readonly Statement[]
    readonly answers: SelfAnswers
    readonly renewal?: Pick<Assessment, 'method' | 'setting'> | undefined
  },
  today: string,
): SignedEntered {
  const asked = statements.map(({ code }) => code)
  const codes = renewal === undefined ? chooseToAsk(asked, answers) : asked
  const chosen = statements.filter(({ code }) => codes.length === 0 || codes.includes(code))
  const after = reviewAfter[chosen.some(({ highRisk }) => highRisk) ? 'highRisk' : 'usual']
  return {
    codes,
    method: renewal?.method ?? '',
    assessed: renewal === undefined ? { day: '', month: '', year: '' } : partsOfDay(today),
    setting: renewal?.setting ?? '',
    review: partsOfDay(addMonths(today, after)),
    note: '',
    minutes: '',
    findings: [],
  }
}

/** What the organisation's rule leaves to others is said, and never dropped in silence. */
export function refuseForm<Entered extends SignedEntered>(
  form: FormResult<Signed, Entered>,
  { refused }: { readonly refused: ReadonlyMap<string, string> },
): FormResult<Signed, Entered> {
  const errors = form.entered.codes.flatMap((code) => {
    const message = refused.get(code)
    return message === undefined ? [] : [{ field: 'codes', message }]
  })
  if (errors.length === 0) return form
  return {
    ok: false,
    errors: [...errors, ...(form.ok ? [] : form.errors)],
    entered: form.entered,
  }
}

interface Offered {
  readonly statements: readonly Statement[]
  readonly today: string
  /** Where the day is known and not asked for. */
  readonly assessedOn?: string | undefined
}

export function signForm(body: unknown, offered: Offered): FormResult<Signed, SignedEntered> {
  const entered = enteredSigning(body, offered)
  return checkSigning(entered, offered)
}

/** What was entered before, seen with today's eyes. Its writer has said that it names no patient. */
export function draftForm(
  draft: SigningDraft,
  offered: Offered,
): FormResult<Signed, SignedEntered> {
  return checkSigning({ ...draft, findings: [] }, offered)
}

function checkSigning(
  entered: SignedEntered,
  { statements, today }: Offered,
): FormResult<Signed, SignedEntered> {
  const { codes, assessed, review, setting, note, minutes = '' } = entered
  const method = methods.find((method) => method === entered.method)
  const assessedOn = dayOfParts(assessed)
  const reviewOn = dayOfParts(review)
  const chosen = statements.filter(({ code }) => codes.includes(code))
  const parts = seenParts(chosen, entered)
  const errors = [
    ...(codes.length === 0 ? [{ field: 'codes', message: 'Select at least one statement' }] : []),
    ...chosen.flatMap((statement) => {
      const message = missingParts(statement, parts[statement.code] ?? [])
      return message === undefined ? [] : [{ field: partsField(statement.code), message }]
    }),
    ...(method === undefined ? [{ field: 'method', message: 'Select how you know' }] : []),
    ...dateErrors(assessed, assessedOn, today),
    ...settingErrors(setting),
    ...reviewErrors(review, reviewOn, { assessedOn, today }),
    ...(method === 'testimony' && note === ''
      ? [{ field: 'note', message: 'Write who told you, and when they saw it' }]
      : []),
    ...tooLong(note, textLimit, 'note', 'Your note'),
    ...minutesErrors(minutes),
    ...findingErrors(entered.findings),
  ]
  if (!method || !assessedOn || !reviewOn || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  const assessment = { method, assessedOn, setting, reviewOn, note: note || undefined }
  const took = minutes === '' ? undefined : { minutes: Number(minutes), timed: 'entered' as const }
  return { ok: true, value: { codes, parts, ...assessment, took }, entered }
}

const mostMinutes = 480

function minutesErrors(minutes: string): FieldError[] {
  if (minutes === '') return []
  const isWhole = /^[1-9]\d{0,2}$/.test(minutes) && Number(minutes) <= mostMinutes
  const message = `Minutes must be a whole number from 1 to ${mostMinutes}, or left empty`
  return isWhole ? [] : [{ field: 'minutes', message }]
}

function settingErrors(setting: string): FieldError[] {
  return [
    ...(setting === '' ? [{ field: 'setting', message: 'Enter where this was' }] : []),
    ...tooLong(setting, settingLimit, 'setting', 'Where this was'),
  ]
}

function seenParts(statements: readonly Statement[], { parts = {} }: SigningDraft) {
  return Object.fromEntries(
    statements.flatMap(({ code, requires }) => {
      const ticked = partsOf(requires).filter((_, place) => parts[code]?.includes(String(place)))
      return ticked.length === 0 ? [] : [[code, ticked]]
    }),
  )
}

function enteredSigning(body: unknown, { statements, assessedOn }: Offered): SignedEntered {
  const setting = textField(body, 'setting').replaceAll('\n', ' ')
  const note = textField(body, 'note')
  const offered = statements.map(({ code }) => code)
  const ticked = statements.flatMap(({ code, requires }) => {
    const places = partsOf(requires).map((_, place) => String(place))
    const chosen = chosenField(body, partsField(code), places)
    return chosen.length === 0 ? [] : [[code, chosen] as const]
  })
  return {
    codes: chosenField(body, 'codes', offered),
    parts: Object.fromEntries(ticked),
    method: textField(body, 'method'),
    assessed: assessedOn === undefined ? dateField(body, 'assessed') : partsOfDay(assessedOn),
    setting,
    review: dateField(body, 'review'),
    note,
    minutes: textField(body, 'minutes'),
    findings: patientFindings(body, { setting, note }),
  }
}

function dateErrors(parts: DateParts, day: string | undefined, today: string): FieldError[] {
  const error = (message: string) => [{ field: 'assessed', message }]
  if (isBlankDate(parts)) return error('Enter the date when you last saw it, or talked')
  if (isShortYear(parts)) return error(writeYearInFull)
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
  if (isBlankDate(parts)) return error('Enter the date when it should be looked at again')
  if (isShortYear(parts)) return error(writeYearInFull)
  if (day === undefined) return error('The review date must be a real date, such as 27 3 2027')
  if (day <= assessedOn) return error('The review date must be after the date when you confirmed')
  if (day <= today) return error('The review date must be in the future')
  if (day > addYears(today, furthest)) {
    return error(`The review date must be in the next ${furthest} years`)
  }
  return []
}

const writeYearInFull = 'Write the year in full, such as 2026.'

function isShortYear({ year }: DateParts): boolean {
  return /^\d{2}$/.test(year)
}

/** The facts of a signing as they should have been; what was confirmed stays as it is. */
export function correctForm(
  body: unknown,
  {
    signing,
    statements,
    today,
  }: {
    readonly signing: Assessment
    readonly statements: readonly Statement[]
    readonly today: string
  },
): FormResult<Signed, SignedEntered> {
  const parts = statements.map(({ code, requires }) => [
    partsField(code),
    partsOf(requires).map((_, place) => String(place)),
  ])
  const codes = statements.map(({ code }) => code)
  const form = signForm(
    { ...Object(body), codes, ...Object.fromEntries(parts) },
    { statements, today },
  )
  if (!form.ok || facts.some((fact) => form.value[fact] !== signing[fact])) return form
  const message = 'Change what was wrong, or go back'
  return { ok: false, errors: [{ field: 'method', message }], entered: form.entered }
}

const facts = ['method', 'assessedOn', 'setting', 'reviewOn', 'note'] as const

/** What the worker reads; a plain sentence where the assessor writes nothing. */
export function undoForm(body: unknown): FormResult<string, UndoEntered> {
  const explanation = textField(body, 'explanation')
  const findings = patientFindings(body, { explanation })
  const errors = [
    ...tooLong(explanation, textLimit, 'explanation', 'Your words'),
    ...findingErrors(findings),
  ]
  const entered = { explanation, findings }
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: explanation || 'It was a slip of mine, and not of yours.', entered }
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
  readonly understood: boolean
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
    understood: textField(body, 'understood') === 'yes',
    findings: patientFindings(body, { explanation: textField(body, 'explanation') }),
  }
  const { explanation, findings } = entered
  const cause = causes.find((cause) => cause === entered.cause)
  const errors = [
    ...(codes.length === 0 ? [{ field: 'codes', message: 'Select what to withdraw' }] : []),
    ...(cause === undefined ? [{ field: 'cause', message: 'Select why' }] : []),
    ...(explanation === ''
      ? [{ field: 'explanation', message: 'Write what happened, for the worker to read' }]
      : []),
    ...tooLong(explanation, textLimit, 'explanation', 'The explanation'),
    ...(entered.understood
      ? []
      : [{ field: 'understood', message: 'Tick that you understand that this cannot be undone' }]),
    ...findingErrors(findings),
  ]
  if (cause === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { codes, cause, explanation }, entered }
}
