/** The form of a certificate that somebody has on paper. */
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
import type { EntryKind } from '../model/entry.ts'
import { type CertificateEntered, nobodyYet } from './model/entered.ts'
import { kindsWithOriginal } from './model/original.ts'

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
