/** The forms that a holder fills in. */
import type { Finding } from '../finding.ts'
import { type LevelSlug, levelSlugs } from '../frameworks/model/framework.ts'
import {
  chosenField,
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  readId,
  textField,
  tooLong,
} from '../web/posted-form.ts'
import { type Answer, isAnswer } from './model/answer.ts'
import { mostAsked } from './model/sign-off-request.ts'

export function readLevel(value: unknown): LevelSlug | undefined {
  return levelSlugs.find((level) => level === value)
}

const noteLimit = 2000
const messageLimit = 500

export interface SelfAssessed {
  readonly answers: ReadonlyMap<string, Answer>
  readonly note: string
}

export interface SelfAssessedEntered extends SelfAssessed {
  readonly findings: readonly Finding[]
}

export function selfAssessForm(
  body: unknown,
  codes: readonly string[],
): FormResult<SelfAssessed, SelfAssessedEntered> {
  const answers = new Map(
    codes.flatMap((code): [string, Answer][] => {
      const answer = textField(body, `answer-${code}`)
      return isAnswer(answer) ? [[code, answer]] : []
    }),
  )
  const note = textField(body, 'note')
  const findings = patientFindings(body, { note })
  const errors = [
    ...(answers.size === 0 && note === '' ? [chooseOne(codes)] : []),
    ...tooLong(note, noteLimit, 'note', 'Your note'),
    ...findingErrors(findings),
  ]
  const value = { answers, note }
  const entered = { ...value, findings }
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value, entered }
}

function chooseOne(codes: readonly string[]): FieldError {
  return { field: `answer-${codes[0]}`, message: 'Choose an answer for at least one statement' }
}

export interface Asked {
  readonly of: readonly { readonly assessor: string; readonly organisation: string }[]
  readonly codes: readonly string[]
  readonly message?: string | undefined
  /** Ids of what is to be shown. */
  readonly evidence: readonly string[]
}

export interface AskedEntered {
  /** `<person> <organisation>` each: one colleague may work at two. */
  readonly colleagues: readonly string[]
  readonly codes: readonly string[]
  readonly evidence: readonly string[]
  readonly message: string
  readonly findings: readonly Finding[]
}

export function colleagueKey(colleague: {
  readonly id: string
  readonly organisation: string
}): string {
  return `${colleague.id} ${colleague.organisation}`
}

export function askForm(
  body: unknown,
  offered: {
    readonly colleagues: readonly { readonly id: string; readonly organisation: string }[]
    readonly codes: readonly string[]
    readonly evidence: readonly string[]
  },
): FormResult<Asked, AskedEntered> {
  const colleagues = chosenField(body, 'colleague', offered.colleagues.map(colleagueKey))
  const codes = chosenField(body, 'codes', offered.codes)
  const evidence = chosenField(body, 'evidence', offered.evidence)
  const message = textField(body, 'message')
  const findings = patientFindings(body, { message })
  const entered = { colleagues, codes, evidence, message, findings }
  const errors = [
    ...colleagueErrors(colleagues),
    ...(codes.length === 0 ? [{ field: 'codes', message: 'Select at least one statement' }] : []),
    ...tooLong(message, messageLimit, 'message', 'Your message'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const of = offered.colleagues
    .filter((one) => colleagues.includes(colleagueKey(one)))
    .map(({ id, organisation }) => ({ assessor: id, organisation }))
  const value = { of, codes, evidence, message: message === '' ? undefined : message }
  return { ok: true, value, entered }
}

function colleagueErrors(keys: readonly string[]): FieldError[] {
  const error = (message: string) => [{ field: 'colleague', message }]
  if (keys.length === 0) return error('Select who to ask')
  const people = new Set(keys.map((key) => key.split(' ')[0]))
  if (people.size < keys.length) return error('Select each colleague at one organisation only')
  return keys.length > mostAsked ? error(`Select ${mostAsked} colleagues or fewer`) : []
}

/** How long a link may open, in days, and in words. */
export const shareTimes = [
  { days: 1, text: '1 day' },
  { days: 7, text: '7 days' },
  { days: 30, text: '30 days' },
] as const

export interface Shared {
  readonly id: string
  readonly credentials: readonly string[]
  readonly days: number
}

export interface SharedEntered {
  readonly credentials: readonly string[]
  readonly days: string
}

export function shareForm(
  body: unknown,
  offered: readonly string[],
): FormResult<Shared, SharedEntered> {
  const id = readId(textField(body, 'id'))
  const credentials = chosenField(body, 'credentials', offered)
  const days = textField(body, 'days')
  const time = shareTimes.find((time) => String(time.days) === days)
  const entered = { credentials, days }
  const errors = [
    ...(credentials.length === 0
      ? [{ field: 'credentials', message: 'Select at least one credential to share' }]
      : []),
    ...(time === undefined || id === undefined
      ? [{ field: 'days', message: 'Select how long the link should work' }]
      : []),
  ]
  if (time === undefined || id === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { id, credentials, days: time.days }, entered }
}
