/** What a registrant decides, what a worker answers, and what an organisation adds for itself. */
import { addDays, addYears } from '../language/days.ts'
import {
  chosenField,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  partsOfDay,
  patientFindings,
  readId,
  textField,
  tooLong,
} from '../web/posted-form.ts'
import {
  type Arrangement,
  type Consent,
  consents,
  type Supervision,
  supervisions,
} from './model/delegation.ts'
import type { DecisionEntered, ReasonEntered } from './model/entered.ts'

/** Asked together: more cannot be thought over one by one. */
const mostTasks = 8

export interface Decision {
  readonly id: string
  readonly words: string
  readonly consent: Consent
  readonly consentBecause?: string | undefined
  readonly supervision: Supervision
  readonly startsOn: string
  readonly reviewOn: string
  readonly employerAgreedOn?: string | undefined
}

const longest = { words: 1000, because: 500, why: 500 }

export function freshDecision(id: string, today: string): DecisionEntered {
  const empty = { day: '', month: '', year: '' }
  return {
    ...{ id, words: '', consent: '', because: '', inCareRecord: false, supervision: '' },
    ...{ starts: partsOfDay(today), review: partsOfDay(addDays(today, 91)), agreed: empty },
    findings: [],
  }
}

export function decisionForm(
  body: unknown,
  { arrangement, today }: { readonly arrangement: Arrangement; readonly today: string },
): FormResult<Decision, DecisionEntered> {
  const entered = enteredOf(body)
  const id = readId(entered.id)
  const consent = consents.find((one) => one === entered.consent)
  const supervision = supervisions.find((one) => one === entered.supervision)
  const [startsOn, reviewOn] = [dayOfParts(entered.starts), dayOfParts(entered.review)]
  const errors = [
    ...wordErrors(entered),
    ...(consent === undefined
      ? [{ field: 'consent', message: 'Select how the person’s consent stands' }]
      : consentErrors(consent, entered)),
    ...(supervision === undefined
      ? [{ field: 'supervision', message: 'Select how you will supervise' }]
      : []),
    ...dayErrors(entered, { arrangement, today }),
    ...findingErrors(entered.findings),
  ]
  if (!id || !consent || !supervision || !startsOn || !reviewOn || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  const value = {
    ...{ id, words: entered.words, consent, supervision, startsOn, reviewOn },
    consentBecause: consent === 'not-needed' ? entered.because : undefined,
    employerAgreedOn: arrangement === 'own-employer' ? dayOfParts(entered.agreed) : undefined,
  }
  return { ok: true, value, entered }
}

function enteredOf(body: unknown): DecisionEntered {
  const [words, because] = [textField(body, 'words'), textField(body, 'because')]
  return {
    ...{ id: textField(body, 'id'), words, because, consent: textField(body, 'consent') },
    inCareRecord: textField(body, 'in-care-record') === 'yes',
    supervision: textField(body, 'supervision'),
    ...{ starts: dateField(body, 'starts'), review: dateField(body, 'review') },
    agreed: dateField(body, 'agreed'),
    findings: inCareRecord(patientFindings(body, { words, because })),
  }
}

/** Says where it belongs, besides. */
function inCareRecord(findings: ReturnType<typeof patientFindings>) {
  return findings.map((found) => ({
    ...found,
    message: `${found.message} It belongs in the care record.`,
  }))
}

function wordErrors({ words }: DecisionEntered): FieldError[] {
  if (words === '') return [{ field: 'words', message: 'Enter what to do, and when to stop' }]
  return tooLong(words, longest.words, 'words', 'What to do')
}

function consentErrors(consent: Consent, entered: DecisionEntered): FieldError[] {
  if (consent === 'not-needed') {
    if (entered.because === '') {
      return [{ field: 'because', message: 'Enter why consent is not needed' }]
    }
    return tooLong(entered.because, longest.because, 'because', 'Why consent is not needed')
  }
  if (entered.inCareRecord) return []
  return [
    { field: 'in-care-record', message: 'Record it in the care record first, then tick this' },
  ]
}

function dayErrors(
  { starts, review, agreed }: DecisionEntered,
  { arrangement, today }: { readonly arrangement: Arrangement; readonly today: string },
): FieldError[] {
  const [startsOn, reviewOn, agreedOn] = [starts, review, agreed].map(dayOfParts)
  const startFault = faultOfStart(startsOn, today)
  const reviewFault = faultOfReview(reviewOn, startsOn, today)
  const agreedFault =
    arrangement === 'own-employer' && (agreedOn === undefined || agreedOn > today)
      ? 'Enter the day on which their employer agreed, which must be today or in the past'
      : undefined
  return [
    ...(startFault === undefined ? [] : [{ field: 'starts', message: startFault }]),
    ...(reviewFault === undefined ? [] : [{ field: 'review', message: reviewFault }]),
    ...(agreedFault === undefined ? [] : [{ field: 'agreed', message: agreedFault }]),
  ]
}

function faultOfStart(startsOn: string | undefined, today: string): string | undefined {
  if (startsOn === undefined) return 'Enter the day from which you ask it, such as 27 3 2027'
  if (startsOn < today) return 'The day from which you ask it must be today or later'
  return startsOn > addYears(today, 1) ? 'The first day must be within a year' : undefined
}

function faultOfReview(
  reviewOn: string | undefined,
  startsOn: string | undefined,
  today: string,
): string | undefined {
  if (reviewOn === undefined) return 'Enter a review date, such as 27 3 2027'
  if (reviewOn <= today) return 'The review date must be in the future'
  if (startsOn !== undefined && reviewOn <= startsOn) {
    return 'The review date must be after the first day'
  }
  return reviewOn > addYears(today, 1) ? 'The review date must be within a year' : undefined
}

/** The new day of a review that moves. */
export function reviewForm(
  body: unknown,
  today: string,
): FormResult<string, DecisionEntered['review']> {
  const entered = dateField(body, 'review')
  const day = dayOfParts(entered)
  const message = faultOfReview(day, undefined, today)
  if (day !== undefined && message === undefined) return { ok: true, value: day, entered }
  return { ok: false, errors: [{ field: 'review', message: message ?? '' }], entered }
}

/** A reason is never needed. */
export function reasonForm(body: unknown): FormResult<string | undefined, ReasonEntered> {
  const why = textField(body, 'why')
  const findings = inCareRecord(patientFindings(body, { why }))
  const errors = [...tooLong(why, longest.why, 'why', 'Your reason'), ...findingErrors(findings)]
  const entered = { why, findings }
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: why === '' ? undefined : why, entered }
}

/** Those chosen of the tasks offered. */
export function tasksForm(
  body: unknown,
  offered: readonly string[],
): FormResult<readonly string[], readonly string[]> {
  const entered = chosenField(body, 'task', offered)
  const message =
    entered.length === 0
      ? 'Select at least one task'
      : `Select ${mostTasks} tasks or fewer: each is thought over by itself`
  if (entered.length > 0 && entered.length <= mostTasks)
    return { ok: true, value: entered, entered }
  return { ok: false, errors: [{ field: 'task', message }], entered }
}
