/** Reads the fields of a posted form, whatever was sent. */
import { z } from 'zod'
import type { Finding } from '../finding.ts'
import { readDay } from '../language/days.ts'
import { findPatientData } from '../language/find-patient-data.ts'
import { withoutLineTurns } from '../language/line-turns.ts'

export interface FieldError {
  readonly field: string
  readonly message: string
}

/** A form that is right, or what to show again with its faults. */
export type FormResult<Value, Entered> =
  | { readonly ok: true; readonly value: Value; readonly entered: Entered }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly entered: Entered }

export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

const fields = z.record(z.string(), z.unknown()).catch({})
const id = z.uuid()

/** All values of a field, in the order sent. */
function listField(body: unknown, name: string): string[] {
  const value = fields.parse(body ?? {})[name]
  const values = Array.isArray(value) ? value : [value]
  return values.filter((one) => typeof one === 'string')
}

/** As it was sent, but for the ends of its lines: for a check of what `textField` leaves out. */
export function sentField(body: unknown, name: string): string {
  const [text = ''] = listField(body, name)
  return text.replace(/\r\n?/g, '\n').trim()
}

/** Trimmed, without control characters that PostgreSQL refuses, halves of others, and turns of the line. */
export function textField(body: unknown, name: string): string {
  const [text = ''] = listField(body, name)
  return withoutLineTurns(text.toWellFormed())
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

/** The values of a field that are among those offered, each once, in the order offered. */
export function chosenField(body: unknown, name: string, offered: readonly string[]): string[] {
  const chosen = new Set(listField(body, name))
  return offered.filter((value) => chosen.has(value))
}

export function dateField(body: unknown, name: string): DateParts {
  return {
    day: textField(body, `${name}-day`),
    month: textField(body, `${name}-month`),
    year: textField(body, `${name}-year`),
  }
}

export function isBlankDate({ day, month, year }: DateParts): boolean {
  return day === '' && month === '' && year === ''
}

/** YYYY-MM-DD, or undefined when the calendar has no such day. */
export function dayOfParts({ day, month, year }: DateParts): string | undefined {
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) {
    return undefined
  }
  return readDay({ day: Number(day), month: Number(month), year: Number(year) })
}

export function partsOfDay(written: string): DateParts {
  const [year = '', month = '', day = ''] = written.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** Undefined where it is no UUID: the database would call that a fault, and it is a wrong address. */
export function readId(value: string | undefined): string | undefined {
  return id.safeParse(value).data
}

/** What may tell who a patient is. Empty once the writer has said that it does not. */
export function patientFindings(
  body: unknown,
  texts: Readonly<Record<string, string>>,
): readonly Finding[] {
  if (textField(body, 'no-patient') === 'yes') return []
  return Object.entries(texts).flatMap(([field, text]) => findPatientData(text, field))
}

export function findingErrors(findings: readonly Finding[]): FieldError[] {
  return findings.map(({ at, message }) => ({ field: at, message }))
}

export function tooLong(text: string, limit: number, field: string, name: string): FieldError[] {
  if (text.length <= limit) return []
  return [{ field, message: `${name} must be ${limit} characters or fewer` }]
}
