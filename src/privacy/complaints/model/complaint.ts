/** A data protection complaint: DPA 2018 s.164A, put in by the Data (Use and Access) Act 2025 s.103. */
import { addDays, daysBetween } from '../../../language/days.ts'

export const replyWays = ['email', 'post', 'here'] as const
/** `here`: the answer is read in the product and nowhere else. */
export type ReplyBy = (typeof replyWays)[number]

export const stepKinds = ['acknowledged', 'progress', 'answered'] as const
export type StepKind = (typeof stepKinds)[number]

export const outcomes = [
  'upheld',
  'upheld-in-part',
  'not-upheld',
  'not-data-protection',
  'for-another-controller',
] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  upheld: 'We agree with you',
  'upheld-in-part': 'We agree with part of it',
  'not-upheld': 'We do not agree',
  'not-data-protection': 'This is not about how personal information is used',
  'for-another-controller': 'Another organisation has to answer this',
}

export interface ComplaintStep {
  readonly kind: StepKind
  readonly outcome?: Outcome | undefined
  readonly words: string
  readonly at: Date
}

export interface Complaint {
  readonly id: string
  readonly reference: string
  /** Whom it is about, by name; undefined for the service itself. */
  readonly organisationName?: string | undefined
  /** By slug, where it is one of the register. */
  readonly organisation?: string | undefined
  readonly complainantId?: string | undefined
  readonly name: string
  readonly replyBy: ReplyBy
  /** An e-mail address, or a postal one. */
  readonly replyTo?: string | undefined
  readonly whatHappened: string
  readonly putRight: string
  readonly receivedAt: Date
  /** The first one first. */
  readonly steps: readonly ComplaintStep[]
}

/** "within the period of 30 days beginning when the complaint is received": s.164A(3). */
const daysToAcknowledge = 30
/** Days after the day of receipt on which those who answer are reminded. */
const daysToWarning = 20

/** The last day on which it may be acknowledged, the day of receipt being the first of the thirty. */
export function acknowledgeBy(receivedOn: string): string {
  return addDays(receivedOn, daysToAcknowledge - 1)
}

export type ComplaintState =
  | { readonly kind: 'waiting'; readonly daysLeft: number }
  | { readonly kind: 'late'; readonly daysLate: number }
  | { readonly kind: 'acknowledged'; readonly days: number }
  | { readonly kind: 'answered'; readonly outcome: Outcome }

/** What is due of it on a day. An answer counts as an acknowledgement too. */
export function stateOn(
  { receivedOn, steps }: { readonly receivedOn: string; readonly steps: Complaint['steps'] },
  today: string,
): ComplaintState {
  const answer = steps.find(({ kind }) => kind === 'answered')
  if (answer?.outcome !== undefined) return { kind: 'answered', outcome: answer.outcome }
  if (steps.some(({ kind }) => kind === 'acknowledged')) {
    return { kind: 'acknowledged', days: daysBetween(receivedOn, today) }
  }
  const daysLeft = daysBetween(today, acknowledgeBy(receivedOn))
  return daysLeft < 0 ? { kind: 'late', daysLate: -daysLeft } : { kind: 'waiting', daysLeft }
}

/** Once the twentieth day has come, and nobody has acknowledged it. */
export function isWarningDue(
  complaint: { readonly receivedOn: string; readonly steps: Complaint['steps'] },
  today: string,
): boolean {
  const { kind } = stateOn(complaint, today)
  const open = kind === 'waiting' || kind === 'late'
  return open && daysBetween(complaint.receivedOn, today) >= daysToWarning
}

/** Eight letters and digits of these are hard to take for one another: "7K3M-Q9PX". */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function writeCode(bytes: Uint8Array, length: number): string {
  const letters = [...bytes.subarray(0, length)].map((byte) => alphabet[byte % 32])
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** As somebody typed it: small letters, no dashes, O for 0 and I or L for 1. */
export function readCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
