/** A task that a registered professional asks a worker to do, and the steps that followed. */
import type { RegistrationCheck } from '../../accounts/model/account.ts'
import type { State } from '../../passports/model/evaluate-passport.ts'

export const arrangements = ['same-employer', 'other-employer', 'own-employer'] as const
export type Arrangement = (typeof arrangements)[number]

export const consents = ['given', 'other-authority', 'not-needed'] as const
export type Consent = (typeof consents)[number]

export const supervisions = ['beside', 'nearby', 'by-phone', 'looked-at-after'] as const
export type Supervision = (typeof supervisions)[number]

export const stepKinds = [
  ...(['accepted', 'refused', 'agreed', 'not-agreed', 'paused', 'resumed', 'withdrawn'] as const),
  ...(['given-back', 'lapsed', 'delegator-left', 'worker-left', 'review-moved'] as const),
  ...(['handed-over', 'ready'] as const),
] as const
export type StepKind = (typeof stepKinds)[number]

/** Who is no longer where they were when both agreed. */
export type Gone = 'delegator-left' | 'worker-left'

/** As somebody stood on the day: what the record shows, whatever becomes of them. */
export interface ShownPerson {
  readonly name: string
  readonly jobTitle?: string | undefined
  /** Name of the organisation; undefined where the person they support employs them. */
  readonly employer?: string | undefined
  readonly registration?:
    | {
        readonly regulator: string
        readonly number: string
        readonly check?: RegistrationCheck | undefined
      }
    | undefined
}

/** What was signed on one statement, and until when. Shown, and never judged. */
export interface StandingLine {
  readonly code: string
  readonly state: State
  readonly signedBy?: string | undefined
  readonly signedFor?: string | undefined
  readonly on?: string | undefined
  readonly until?: string | undefined
}

export interface Delegation {
  readonly id: string
  readonly offerId: string
  readonly edition: string
  readonly task: string
  readonly title: string
  readonly codes: readonly string[]
  readonly delegator: ShownPerson & { readonly id: string; readonly organisation: string }
  readonly worker: ShownPerson & { readonly id: string; readonly organisation?: string | undefined }
  readonly arrangement: Arrangement
  /** When the person who employs their own assistant agreed. */
  readonly employerAgreedOn?: string | undefined
  readonly words: string
  readonly consent: Consent
  readonly consentBecause?: string | undefined
  readonly supervision: Supervision
  readonly startsOn: string
  /** As first agreed; a later step may have moved it. */
  readonly reviewOn: string
  readonly seen: readonly StandingLine[]
  readonly at: Date
}

export interface Step {
  readonly id: string
  readonly kind: StepKind
  /** Undefined where the service itself looked. */
  readonly byId?: string | undefined
  readonly codes: readonly string[]
  readonly day?: string | undefined
  readonly at: Date
  /** For the two alone. */
  readonly why?: string | undefined
}
