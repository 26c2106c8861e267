/** The words of delegations, the same on every page and in the export. */
import { describeRegistration } from '../../accounts/model/describe-registration.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import type {
  Arrangement,
  Consent,
  Delegation,
  ShownPerson,
  StandingLine,
  StepKind,
  Supervision,
} from '../model/delegation.ts'
import type { RecordRow } from '../model/own-record.ts'
import type { DelegationState } from '../model/state-of-delegation.ts'

export const supervisionWords: Readonly<Record<Supervision, string>> = {
  beside: 'Beside them each time',
  nearby: 'Nearby, and can come at once',
  'by-phone': 'Can be reached by phone or video',
  'looked-at-after': 'Looks at it together with them afterwards',
}

export const consentWords: Readonly<Record<Consent, string>> = {
  given: 'The person consents',
  'other-authority': 'There is other legal authority, such as a best interests decision',
  'not-needed': 'Consent is not needed',
}

export const arrangementWords: Readonly<Record<Arrangement, string>> = {
  'same-employer': 'The same employer',
  'other-employer': 'Across two employers',
  'own-employer': 'The person whom they support employs them',
}

export const stateWords: Readonly<Record<DelegationState, string>> = {
  asked: 'Waits for an answer',
  'waits-for-employer': 'Waits for the employer',
  'starts-later': 'Agreed, starts later',
  active: 'Going on',
  paused: 'Paused',
  refused: 'Not taken on',
  'not-agreed': 'The employer did not agree',
  ended: 'Ended',
}

export const stepWords: Readonly<Record<StepKind, string>> = {
  accepted: 'Said yes',
  refused: 'Said no',
  agreed: 'The employer agreed',
  'not-agreed': 'The employer did not agree',
  paused: 'Paused',
  resumed: 'Started again',
  withdrawn: 'Withdrawn',
  'given-back': 'Given back',
  lapsed: 'Paused: something signed has lapsed or was withdrawn',
  'delegator-left': 'Paused: the registrant no longer delegates here',
  'worker-left': 'Paused: the worker no longer works there',
  ready: 'The worker goes on with it',
  'review-moved': 'Review moved',
  'handed-over': 'Handed over, and paused until it is looked at again',
}

export function sayStanding({ state, signedBy, signedFor, on, until }: StandingLine): string {
  const by = [signedBy, signedFor].filter(Boolean).join(', ')
  const signed = by === '' || on === undefined ? '' : ` Signed by ${by} on ${dayInWords(on)}.`
  if (state === 'lapsed') {
    return `${until === undefined ? '' : `Review was due on ${dayInWords(until)}.`}${signed}`.trim()
  }
  if (state !== 'held' && state !== 'due-soon') return 'Nothing signed.'
  return `In date${until === undefined ? '' : ` until ${dayInWords(until)}`}.${signed}`
}

export function sayPerson({ name, jobTitle, employer }: ShownPerson): string {
  return [name, jobTitle, employer ?? 'employed by the person they support']
    .filter(Boolean)
    .join(', ')
}

export function sayRegistration({ registration }: ShownPerson): string {
  return describeRegistration(registration)
}

export function sayConsent({ consent, consentBecause }: Delegation): string {
  if (consent === 'not-needed') return `${consentWords[consent]}, because: ${consentBecause ?? ''}`
  return `${consentWords[consent]}. It is recorded in the care record.`
}

/** A row a task, in the words of the pages. */
export function recordWords(rows: readonly RecordRow[]) {
  const dayOrNone = (day: string | undefined) => (day === undefined ? '' : dayInWords(day))
  return {
    head: [
      ...['Task', 'Statements', 'Asked on', 'Asked by', 'For', 'Where it is now'],
      ...['Answered on', 'From', 'Look at it again', 'Ended on'],
    ],
    cells: rows.map((row) => [
      ...[row.title, row.codes.join(' '), dayInWords(row.askedOn), row.askedBy, row.askedFor],
      ...[stateWords[row.state], dayOrNone(row.answeredOn), dayInWords(row.startsOn)],
      ...[dayInWords(row.reviewOn), dayOrNone(row.endedOn)],
    ]),
  }
}
