/** The forms of bringing something: a credential, a file of training, a certificate, and the look at one. */
import { z } from 'zod'
import { fileFaultWords, readTextFile } from '../../language/text-file.ts'
import { readCsv } from '../../organisations/invitations/model/read-csv.ts'
import {
  chosenField,
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
import type { EntryKind } from '../model/entry.ts'
import {
  type CertificateEntered,
  type ColumnsEntered,
  nobodyYet,
  type OriginalEntered,
} from './model/entered.ts'
import { type BroughtDocument, findCredentials } from './model/find-credentials.ts'
import { kindsWithOriginal, type WayOfSeeing, waysOfSeeing } from './model/original.ts'
import { findDayOrder } from './model/read-day-written.ts'
import type { ReadingFault } from './model/reading.ts'
import {
  type Column,
  columnNames,
  columns,
  dayOrders,
  type Mapping,
  type ReadFile,
  readTrainingFile,
  requiredColumns,
  type StoredRow,
} from './model/training-file.ts'

const upload = z.object({
  pasted: z.string().optional().catch(undefined),
  file: z.instanceof(Uint8Array).optional().catch(undefined),
})

type Source =
  | { readonly ok: true; readonly field: 'file' | 'pasted'; readonly source: Uint8Array | string }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

/** A file, or what was pasted: one of the two. */
function readSource(body: unknown, what: string): Source {
  const { pasted = '', file } = upload.safeParse(body ?? {}).data ?? {}
  const isPasted = pasted.trim() !== ''
  const isUploaded = file !== undefined && file.length > 0
  if (isPasted && isUploaded)
    return wrong('file', 'Choose a file or paste the text, not both', pasted)
  if (isUploaded) return { ok: true, field: 'file', source: file }
  if (isPasted) return { ok: true, field: 'pasted', source: pasted }
  return wrong('file', `Choose ${what}, or paste it`, pasted)
}

function wrong(field: string, message: string, pasted: string) {
  return { ok: false, errors: [{ field, message }], pasted } as const
}

export type CredentialForm =
  | { readonly ok: true; readonly documents: readonly BroughtDocument[] }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

const faultWords: Readonly<Record<ReadingFault, string>> = {
  damaged: 'The file is damaged. Download the badge again from where you got it',
  'no-credential':
    'There is no badge inside this file: it is a picture or document alone. Download the badge’s own file, named .json, or bring it as a paper certificate',
  'older-badge':
    'This is an older kind of badge (Open Badges 2.0), which cannot be checked here. Ask whoever gave it for an Open Badges 3.0 file, or bring it as a paper certificate',
  'too-large': 'The file must be 1 MB or smaller',
  'not-a-credential':
    'This is not a badge or credential. Download the badge’s own file: it is named .json, .png or .svg',
  'live-markup':
    'This picture holds instructions that we do not open. Choose the .json or .png file',
  locked: 'This PDF is locked with a password. Save it without one, or choose the .json file',
}

export function credentialForm(body: unknown): CredentialForm {
  const read = readSource(body, 'the badge’s file')
  if (!read.ok) return read
  const pasted = typeof read.source === 'string' ? read.source : ''
  const found = findCredentials(read.source)
  if (found.ok) return found
  return wrong(read.field, wordsOfFault(found.fault, read.source), pasted.slice(0, 100_000))
}

/** A file that is something else altogether is told by its name: "This file is a program". */
function wordsOfFault(fault: ReadingFault, source: Uint8Array | string): string {
  if (fault !== 'not-a-credential' || typeof source === 'string') return faultWords[fault]
  const text = readTextFile(source, Number.POSITIVE_INFINITY)
  if (text.ok || text.fault === 'not-utf-8') return faultWords[fault]
  return fileFaultWords(text.fault, 'Choose the badge’s own file, named .json, .png or .svg')
}

export type TrainingUpload =
  | (Extract<ReadFile, { ok: true }> & { readonly pasted?: undefined })
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

const mostBytes = 1_000_000

export function trainingUploadForm(body: unknown): TrainingUpload {
  const read = readSource(body, 'the CSV file')
  if (!read.ok) return read
  const { field, source } = read
  const pasted = typeof source === 'string' ? source : ''
  if (source.length > mostBytes) return wrong(field, 'The file must be 1 MB or smaller', '')
  const kind = typeof source === 'string' ? undefined : kindFault(source)
  if (kind !== undefined) return wrong(field, kind, pasted)
  const csv = readCsv(source)
  if (!csv.ok) return wrong(field, csv.message, pasted)
  const file = readTrainingFile(csv.rows)
  return file.ok ? file : wrong(field, file.message, pasted)
}

/** UTF-16 is no UTF-8 and may well be CSV, so that only what is another kind is refused here. */
function kindFault(source: Uint8Array): string | undefined {
  const text = readTextFile(source, Number.POSITIVE_INFINITY)
  if (text.ok || text.fault === 'not-utf-8') return undefined
  return fileFaultWords(text.fault, 'In your spreadsheet or learning system, save it as CSV')
}

/** Which column is which; and which part of a date comes first, where the dates do not say. */
export function columnsForm(
  body: unknown,
  { head, rows }: { readonly head: readonly string[]; readonly rows: readonly StoredRow[] },
): FormResult<Mapping, ColumnsEntered> {
  const offered = head.map((_, index) => String(index))
  const chosen = columns.flatMap((column): [Column, string][] => {
    const [place] = chosenField(body, column, offered)
    return place === undefined ? [] : [[column, place]]
  })
  const entered = { places: Object.fromEntries(chosen), dayOrder: textField(body, 'dayOrder') }
  const places: Partial<Record<Column, number>> = Object.fromEntries(
    chosen.map(([column, place]) => [column, Number(place)]),
  )
  const order = orderOf(entered.dayOrder, writtenDays(rows, places))
  const errors = [
    ...requiredColumns
      .filter((column) => places[column] === undefined)
      .map((column) => ({
        field: column,
        message: `Select the column for: ${lower(columnNames[column])}`,
      })),
    ...repeated(chosen),
    ...(order === undefined
      ? [{ field: 'dayOrder', message: 'Select which part of a date comes first' }]
      : []),
  ]
  if (errors.length > 0 || order === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { places, dayOrder: order }, entered }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function repeated(chosen: readonly (readonly [Column, string])[]): FieldError[] {
  return chosen
    .filter(([, place], index) => chosen.findIndex(([, other]) => other === place) < index)
    .map(([field]) => ({ field, message: `“${columnNames[field]}” must be a column of its own` }))
}

export function writtenDays(
  rows: readonly StoredRow[],
  { from, validUntil }: Readonly<Partial<Record<Column, number>>>,
): string[] {
  return [from, validUntil].flatMap((place) =>
    place === undefined ? [] : rows.map(({ cells }) => cells[place] ?? ''),
  )
}

function orderOf(entered: string, written: readonly string[]): Mapping['dayOrder'] | undefined {
  const chosen = dayOrders.find((order) => order === entered)
  const said = findDayOrder(written)
  if (said === 'no-matter') return chosen ?? 'day-first'
  return said === 'either' ? chosen : (chosen ?? said)
}

export interface CertificateSaid {
  readonly kind: EntryKind
  readonly title: string
  readonly from: string
  readonly validUntil?: string | undefined
  readonly facts: Readonly<Record<string, string>>
  readonly organisation?: string | undefined
}

const noParts: DateParts = { day: '', month: '', year: '' }

export const freshCertificate: CertificateEntered = {
  ...{ kind: '', title: '', given: '', from: noParts, until: noParts, organisation: '' },
}

export function certificateForm(
  body: unknown,
  {
    today,
    employers,
  }: {
    readonly today: string
    readonly employers: readonly { readonly slug: string }[]
  },
): FormResult<CertificateSaid, CertificateEntered> {
  const entered = {
    ...{ kind: textField(body, 'kind'), title: lineField(body, 'title') },
    ...{ given: lineField(body, 'given'), organisation: textField(body, 'organisation') },
    ...{ from: dateField(body, 'from'), until: dateField(body, 'until') },
  }
  const kind = kindsWithOriginal.find((one) => one === entered.kind)
  const [from, until] = [dayOfParts(entered.from), dayOfParts(entered.until)]
  const organisation = employers.find(({ slug }) => slug === entered.organisation)?.slug
  const errors = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Select what it is for' }] : []),
    ...titleErrors(entered.title),
    ...(entered.given === '' ? [{ field: 'given', message: 'Enter who gave it' }] : []),
    ...tooLong(entered.given, 120, 'given', 'Who gave it'),
    ...doneErrors(entered.from, { from, today }),
    ...untilErrors(entered.until, { from, until }),
    ...(organisation === undefined && entered.organisation !== nobodyYet && employers.length > 0
      ? [{ field: 'organisation', message: 'Select where you will show the original' }]
      : []),
    ...findingErrors(patientFindings(body, { title: entered.title, given: entered.given })),
  ]
  if (kind === undefined || from === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  const facts = { [kind === 'qualification' ? 'awardedBy' : 'provider']: entered.given }
  const value = { kind, title: entered.title, from, validUntil: until, facts, organisation }
  return { ok: true, value, entered }
}

function lineField(body: unknown, name: string): string {
  return textField(body, name).replace(/\s+/g, ' ')
}

function titleErrors(title: string): FieldError[] {
  if (!/\p{L}/u.test(title)) return [{ field: 'title', message: 'Enter what it says on it' }]
  return tooLong(title, 200, 'title', 'What it says')
}

function doneErrors(
  parts: DateParts,
  { from, today }: { readonly from: string | undefined; readonly today: string },
): FieldError[] {
  if (isBlankDate(parts)) return [{ field: 'from', message: 'Enter the day it was given' }]
  if (from === undefined)
    return [{ field: 'from', message: 'The day it was given must be a real day' }]
  if (from > today)
    return [{ field: 'from', message: 'The day it was given must be today or in the past' }]
  if (from < '1900') return [{ field: 'from', message: 'The day it was given must be after 1900' }]
  return []
}

function untilErrors(
  parts: DateParts,
  { from, until }: { readonly from: string | undefined; readonly until: string | undefined },
): FieldError[] {
  if (isBlankDate(parts)) return []
  if (until === undefined)
    return [{ field: 'until', message: 'The day to refresh it by must be a real day' }]
  if (from === undefined || until >= from) return []
  return [
    { field: 'until', message: 'The day to refresh it by must be after the day it was given' },
  ]
}

export interface OriginalSaid {
  readonly outcome: 'seen' | 'not-seen'
  readonly how?: WayOfSeeing | undefined
  readonly on?: string | undefined
  readonly until?: string | undefined
  readonly reason?: string | undefined
}

export function originalForm(
  body: unknown,
  {
    today,
    from,
    until: given,
  }: {
    readonly today: string
    /** When it was given, and until when, by the holder's word. */
    readonly from: string | undefined
    readonly until: string | undefined
  },
): FormResult<OriginalSaid, OriginalEntered> {
  const entered = {
    ...{ outcome: textField(body, 'outcome'), how: textField(body, 'how') },
    ...{ on: dateField(body, 'on'), until: dateField(body, 'until') },
    reason: textField(body, 'reason'),
  }
  if (entered.outcome === 'not-seen') return notSeen(body, entered)
  if (entered.outcome !== 'seen') {
    const message = 'Select whether you saw the original'
    return { ok: false, errors: [{ field: 'outcome', message }], entered }
  }
  const how = waysOfSeeing.find((one) => one === entered.how)
  const on = dayOfParts(entered.on)
  const until = dayOfParts(entered.until)
  const errors = [
    ...(how === undefined ? [{ field: 'how', message: 'Select how you saw it' }] : []),
    ...seenErrors(entered.on, { on, today, from }),
    ...untilSeenErrors(entered.until, { on, until, given }),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { outcome: 'seen', how, on, until }, entered }
}

function notSeen(
  body: unknown,
  entered: OriginalEntered,
): FormResult<OriginalSaid, OriginalEntered> {
  const errors = [
    ...(entered.reason === ''
      ? [{ field: 'reason', message: 'Enter what they can do so that it can be confirmed' }]
      : []),
    ...tooLong(entered.reason, 300, 'reason', 'What you write'),
    ...findingErrors(patientFindings(body, { reason: entered.reason })),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { outcome: 'not-seen', reason: entered.reason }, entered }
}

function seenErrors(
  parts: DateParts,
  {
    on,
    today,
    from,
  }: {
    readonly on: string | undefined
    readonly today: string
    readonly from: string | undefined
  },
): FieldError[] {
  const wrong = (message: string) => [{ field: 'on', message }]
  if (isBlankDate(parts)) return wrong('Enter the day you saw it')
  if (on === undefined) return wrong('The day you saw it must be a real day')
  if (on > today) return wrong('The day you saw it must be today or in the past')
  if (from !== undefined && on < from)
    return wrong('The day you saw it must be after the day it was given')
  return []
}

function untilSeenErrors(
  parts: DateParts,
  {
    on,
    until,
    given,
  }: {
    readonly on: string | undefined
    readonly until: string | undefined
    readonly given: string | undefined
  },
): FieldError[] {
  const wrong = (message: string) => [{ field: 'until', message }]
  if (isBlankDate(parts)) return []
  if (until === undefined) return wrong('The last day must be a real day')
  if (on !== undefined && until < on) return wrong('The last day must be after the day you saw it')
  if (given !== undefined && until > given) {
    return wrong('The last day must not be after the day to refresh it by')
  }
  return []
}
