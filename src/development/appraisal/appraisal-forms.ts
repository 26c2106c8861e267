/** What is posted about an appraisal, to a value or to what is wrong with it. */
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { dayErrors } from '../supervision/supervision-forms.ts'
import {
  mostShown,
  type PlanFields,
  type Preparation,
  planKinds,
  planStates,
  prompts,
  type Shown,
} from './model/appraisal.ts'
import type { MeetingEntered, PlanEntered, PrepareEntered } from './model/appraisal-entered.ts'

const wordsLimit = 3000

export interface Prepared {
  readonly answers: Preparation
  readonly version: number
  readonly share: boolean
}

export function prepareForm(
  body: unknown,
  offered: readonly Shown[],
): FormResult<Prepared, PrepareEntered> {
  const texts = {
    ...{ wentWell: textField(body, 'wentWell'), hard: textField(body, 'hard') },
    ...{ next: textField(body, 'next'), help: textField(body, 'help') },
  }
  const keys = offered.map(({ key }) => key)
  const shown = chosenField(body, 'shown', keys)
  const version = Number(textField(body, 'version')) || 0
  const share = textField(body, 'and-then') === 'share'
  const findings = patientFindings(body, texts)
  const entered = { ...texts, shown, version, findings }
  const errors: FieldError[] = [
    ...(shown.length > mostShown
      ? [{ field: 'shown', message: `Select ${mostShown} things at most` }]
      : []),
    ...prompts.flatMap(({ field }) => tooLong(texts[field], wordsLimit, field, 'Your answer')),
    ...(share && Object.values(texts).every((text) => text === '') && shown.length === 0
      ? [{ field: 'wentWell', message: 'Answer at least one question before you show it' }]
      : []),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const chosen = offered.filter(({ key }) => shown.includes(key))
  return { ok: true, value: { answers: { ...texts, shown: chosen }, version, share }, entered }
}

export interface Met {
  readonly meetingOn: string
  readonly reviewOn: string
  readonly talked: string
  readonly version: number
  readonly seen: string
}

export function meetingForm(body: unknown, today: string): FormResult<Met, MeetingEntered> {
  const meeting = dateField(body, 'meeting')
  const review = dateField(body, 'review')
  const talked = textField(body, 'talked')
  const version = Number(textField(body, 'version')) || 0
  const seen = textField(body, 'seen')
  const findings = patientFindings(body, { talked })
  const entered = { meeting, review, talked, version, seen, findings }
  const meetingOn = dayOfParts(meeting)
  const reviewOn = dayOfParts(review)
  const errors = [
    ...dayErrors(meeting, {
      ...{ field: 'meeting', blank: 'Enter the day you meet', first: addYears(today, -1) },
      ...{ last: addYears(today, 1), outside: 'The day must be within a year of today' },
    }),
    ...dayErrors(review, {
      ...{ field: 'review', blank: 'Enter the day you will look at the plan again', first: today },
      ...{ last: addYears(today, 2), outside: 'The day must be in the next two years' },
    }),
    ...(meetingOn && reviewOn && reviewOn <= meetingOn
      ? [{ field: 'review', message: 'The day must be after the day you meet' }]
      : []),
    ...tooLong(talked, wordsLimit, 'talked', 'Your note'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0 || meetingOn === undefined || reviewOn === undefined) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { meetingOn, reviewOn, talked, version, seen }, entered }
}

export function planForm(
  body: unknown,
  { today, byBefore }: { readonly today: string; readonly byBefore?: string | undefined },
): FormResult<PlanFields, PlanEntered> {
  const words = textField(body, 'words')
  const helper = textField(body, 'helper').replaceAll('\n', ' ')
  const by = dateField(body, 'by')
  const kind = planKinds.find((one) => one === textField(body, 'kind'))
  const state = planStates.find((one) => one === textField(body, 'state')) ?? 'planned'
  const findings = patientFindings(body, { words, helper })
  const entered = { kind: kind ?? '', words, helper, by, state, findings }
  const byOn = dayOfParts(by)
  const first = byOn !== undefined && byOn === byBefore ? '' : today
  const errors = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Select what it is' }] : []),
    ...(words === '' ? [{ field: 'words', message: 'Enter what it is' }] : []),
    ...tooLong(words, 500, 'words', 'What it is'),
    ...tooLong(helper, 200, 'helper', 'Who helps'),
    ...dayErrors(by, {
      ...{ field: 'by', blank: '', first, last: addYears(today, 3) },
      outside: 'The day must be in the next three years',
    }),
    ...findingErrors(findings),
  ]
  if (errors.length > 0 || kind === undefined) return { ok: false, errors, entered }
  const value = { kind, words, helper: helper || undefined, byOn, state }
  return { ok: true, value, entered }
}
