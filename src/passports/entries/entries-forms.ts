/** Reads the form of an entry: what every kind shares, and then what its kind asks. */
import type { Finding } from '../../finding.ts'
import { addMonths } from '../../language/days.ts'
import { findCaredFor } from '../../language/find-cared-for.ts'
import {
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  isBlankDate,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import type { Entry, EntryKind } from '../model/entry.ts'
import type { EntryDraft } from './entries-store.ts'
import { type Catalogue, findStandard, findSubject } from './model/catalogue.ts'
import {
  type DayField,
  lineLimit,
  otherSubject,
  type Question,
  questionsOf,
  refreshTimes,
  wordsLimit,
} from './model/entry-questions.ts'

export interface EntryEntered {
  readonly texts: Readonly<Record<string, string>>
  readonly days: Readonly<Partial<Record<DayField, DateParts>>>
  readonly private: boolean
  readonly findings: readonly Finding[]
}

/** What the form decides; where it counts is asked elsewhere. */
export type EntrySaid = Omit<EntryDraft, 'edition' | 'codes'>

export interface EntryAsked {
  readonly kind: EntryKind
  readonly catalogue: Catalogue
  /** YYYY-MM-DD */
  readonly today: string
}

/** Before it nobody who works today was born. */
const firstDay = '1900-01-01'
/** Nobody knows what is further ahead. */
const yearsAhead = 20

export function entryForm(body: unknown, asked: EntryAsked): FormResult<EntrySaid, EntryEntered> {
  const questions = questionsOf(asked.kind, asked.catalogue)
  const texts = Object.fromEntries(
    questions.filter(isText).map(({ field }) => [field, textField(body, field)]),
  )
  const days: Partial<Record<DayField, DateParts>> = Object.fromEntries(
    questions.filter(isDay).map(({ field }) => [field, dateField(body, field)]),
  )
  const entered = {
    ...{ texts, days, private: textField(body, 'private') === 'yes' },
    findings: findingsIn(body, asked.kind, texts),
  }
  const errors = [
    ...questions.flatMap((question) => faultsOf(question, entered, asked.today)),
    ...kindFaults(entered, asked),
    ...findingErrors(entered.findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: saidOf(entered, asked), entered }
}

/** A form that says what is kept. A day that was worked out is left empty, to be worked out again. */
export function enteredOf(
  { title, facts, private: own, ...entry }: Entry,
  catalogue: Catalogue,
): EntryEntered {
  const workedOut = entry.validUntil === refreshBy(facts, entry.from, catalogue)

  const parts = (day: string | undefined) => (day === undefined ? [] : [partsOf(day)])
  const [from] = parts(entry.from)
  const [to] = parts(entry.to)
  const [validUntil] = parts(workedOut ? undefined : entry.validUntil)
  return {
    texts: { ...facts, title },
    days: { ...(from && { from }), ...(to && { to }), ...(validUntil && { validUntil }) },
    ...{ private: own, findings: [] },
  }
}

export function emptyForm(kind: EntryKind): EntryEntered {
  const texts: Record<string, string> = kind === 'training' ? { refresh: 'not-known' } : {}
  return { texts, days: {}, private: kind === 'lived-experience', findings: [] }
}

function partsOf(day: string): DateParts {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year }
}

type TextQuestion = Exclude<Question, { readonly asks: 'day' }>

function isText(question: Question): question is TextQuestion {
  return question.asks !== 'day'
}

function isDay(question: Question): question is Extract<Question, { readonly asks: 'day' }> {
  return question.asks === 'day'
}

function findingsIn(
  body: unknown,
  kind: EntryKind,
  texts: Readonly<Record<string, string>>,
): readonly Finding[] {
  const patients = patientFindings(body, texts)
  if (kind !== 'lived-experience' || textField(body, 'no-patient') === 'yes') return patients
  const about = Object.entries(texts).flatMap(([field, text]) => findCaredFor(text, field))
  return [...patients, ...about]
}

function faultsOf(question: Question, entered: EntryEntered, today: string): FieldError[] {
  if (question.asks === 'day') return dayFaults(question, entered.days[question.field], today)
  const { field, required } = question
  const text = entered.texts[field] ?? ''
  if (text === '') return required === undefined ? [] : [{ field, message: required }]
  if (!('options' in question)) {
    const limit = question.asks === 'line' ? lineLimit : wordsLimit
    return tooLong(text, limit, field, 'Your answer')
  }
  const offered = question.options.some(({ value }) => value === text)
  return offered ? [] : [{ field, message: required ?? 'Select one of the answers' }]
}

function dayFaults(
  { field, required, mayBeAhead }: Extract<Question, { readonly asks: 'day' }>,
  parts: DateParts | undefined,
  today: string,
): FieldError[] {
  if (parts === undefined || isBlankDate(parts)) {
    return required === undefined ? [] : [{ field, message: required }]
  }
  const day = dayOfParts(parts)
  if (day === undefined) return [{ field, message: 'Enter a real day, for example 14 3 2026' }]
  if (day < firstDay) return [{ field, message: 'The day must be after 1900' }]
  if (mayBeAhead) {
    const last = addMonths(today, yearsAhead * 12)
    return day > last ? [{ field, message: `The day must be within ${yearsAhead} years` }] : []
  }
  return day > today ? [{ field, message: 'The day must be today or in the past' }] : []
}

function dayIn({ days }: EntryEntered, field: DayField): string | undefined {
  const parts = days[field]
  return parts === undefined ? undefined : dayOfParts(parts)
}

/** What one answer asks of another. */
function kindFaults(entered: EntryEntered, { kind, catalogue }: EntryAsked): FieldError[] {
  const { texts } = entered
  const [from, to, until] = (['from', 'to', 'validUntil'] as const).map((field) =>
    dayIn(entered, field),
  )
  const untitled = texts.title === '' && [texts.subject, texts.standard].includes(otherSubject)
  return [
    ...(from && to && to < from
      ? [{ field: 'to', message: 'The end must be on or after the beginning' }]
      : []),
    ...(from && until && until < from
      ? [{ field: 'validUntil', message: 'Refresh by must be after the day you finished it' }]
      : []),
    ...(untitled ? [{ field: 'title', message: 'Enter what it was called' }] : []),
    ...(kind === 'training' ? editionFaults(texts, catalogue) : []),
    ...(kind === 'qualification' ? levelFaults(texts) : []),
    ...(kind === 'apprenticeship' && texts.status !== 'on-it' && texts.status && !to
      ? [{ field: 'to', message: 'Enter the day it ended' }]
      : []),
    ...(kind === 'lived-experience' && !(texts.learned || texts.people || texts.use)
      ? [{ field: 'learned', message: 'Answer at least one of the three questions' }]
      : []),
  ]
}

function editionFaults(
  { subject = '', edition = '' }: EntryEntered['texts'],
  catalogue: Catalogue,
): FieldError[] {
  const list = findSubject(catalogue, subject)?.list
  if (edition === '' || (list && edition.startsWith(`${list.slug}/`))) return []
  return [{ field: 'edition', message: 'Select an edition of the same list, or leave it empty' }]
}

/** The numbers of each nation's levels. */
const highest: Readonly<Record<string, number>> = { rqf: 8, cqfw: 8, scqf: 12 }

function levelFaults({ ladder = '', level = '' }: EntryEntered['texts']): FieldError[] {
  const most = highest[ladder]
  if (most === undefined || level === '') return []
  if (ladder !== 'scqf' && /^entry\b/i.test(level)) return []
  const number = Number(/^(?:level )?(\d{1,2})$/i.exec(level)?.[1])
  if (number >= 1 && number <= most) return []
  return [{ field: 'level', message: `The level there must be a number from 1 to ${most}` }]
}

function saidOf(entered: EntryEntered, { kind, catalogue }: EntryAsked): EntrySaid {
  const { title: _, ...texts } = entered.texts
  const facts = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
  const from = dayIn(entered, 'from')
  return {
    ...{ kind, title: titleOf(entered, kind, catalogue), facts, private: entered.private },
    ...{ from, to: dayIn(entered, 'to') },
    validUntil: dayIn(entered, 'validUntil') ?? refreshBy(texts, from, catalogue),
  }
}

function titleOf({ texts }: EntryEntered, kind: EntryKind, catalogue: Catalogue): string {
  if (kind === 'lived-experience') return 'Lived and caring experience'
  const known =
    findSubject(catalogue, texts.subject ?? '') ?? findStandard(catalogue, texts.standard ?? '')
  return known?.title ?? texts.title ?? ''
}

/** Worked out from when it was done, where an interval is known or was given. */
function refreshBy(
  { subject = '', refresh = '' }: EntryEntered['texts'],
  from: string | undefined,
  catalogue: Catalogue,
): string | undefined {
  const given = refreshTimes.some(({ value }) => value === refresh) ? Number(refresh) : Number.NaN
  const known = refresh === 'never' ? undefined : findSubject(catalogue, subject)?.refreshMonths
  const months = Number.isInteger(given) ? given : known
  return from === undefined || months === undefined ? undefined : addMonths(from, months)
}
