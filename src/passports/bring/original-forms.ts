/** The form of whoever looks at an original. */
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
import type { OriginalEntered } from './model/entered.ts'
import { type WayOfSeeing, waysOfSeeing } from './model/original.ts'

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
