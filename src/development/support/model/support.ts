/** What helps somebody learn and work, as they say it, and what came of saying it. */

export const supportKinds = ['time', 'adjustments', 'language', 'mentor', 'other'] as const
export type SupportKind = (typeof supportKinds)[number]

export const supportKindNames: Readonly<Record<SupportKind, string>> = {
  time: 'Time to learn',
  adjustments: 'Changes to how or where I work or learn',
  language: 'Language, reading or writing',
  mentor: 'Somebody to talk to',
  other: 'Something else',
}

export type SupportAnswer = 'taken-up' | 'not-wanted'

export const supportAnswerNames: Readonly<Record<SupportAnswer, string>> = {
  'taken-up': 'Taken up',
  'not-wanted': 'Not wanted',
}

export interface SupportShare {
  readonly organisation: string
  readonly organisationName: string
  readonly at: Date
  readonly stoppedAt: Date | undefined
  /** Whether it is shared now: it ends with the job in which it was shared. */
  readonly counts: boolean
}

export interface SupportOffer {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  /** Undefined where the reader may not see it. */
  readonly offeredBy: string | undefined
  readonly words: string
  readonly at: Date
  readonly answer: SupportAnswer | undefined
  readonly answeredAt: Date | undefined
}

export interface SupportNeed {
  readonly id: string
  readonly holderId: string
  readonly holderName: string | undefined
  readonly kind: SupportKind
  readonly words: string
  readonly at: Date
  readonly endedAt: Date | undefined
  /** As far as the reader sees them, the latest first. */
  readonly shares: readonly SupportShare[]
  readonly offers: readonly SupportOffer[]
}

/** With whom it is shared now. */
export function sharedWith({ shares, endedAt }: SupportNeed): readonly SupportShare[] {
  return endedAt === undefined ? shares.filter(({ counts }) => counts) : []
}
