/** Two organisations that accept from each other. */
import type { AcceptanceRule } from './acceptance-policy.ts'

export const agreementSteps = ['agreed', 'declined', 'taken-back', 'ended'] as const
export type AgreementStep = (typeof agreementSteps)[number]

export interface Agreement {
  readonly id: string
  /** Slug of the one that proposed it. */
  readonly organisation: string
  readonly organisationName: string
  readonly other: string
  readonly otherName: string
  readonly takes: readonly AcceptanceRule[]
  readonly gives: readonly AcceptanceRule[]
  readonly fromOn: string
  readonly reviewOn: string
  readonly proposedBy: string
  readonly at: Date
  readonly steps: readonly {
    readonly step: AgreementStep
    readonly organisation: string
    readonly endsOn?: string | undefined
    readonly at: Date
  }[]
}

export type AgreementState =
  | 'proposed'
  | 'agreed'
  | 'in-force'
  | 'ending'
  | 'ended'
  | 'declined'
  | 'taken-back'

export const agreementStateNames: Readonly<Record<AgreementState, string>> = {
  proposed: 'Waiting for an answer',
  agreed: 'Agreed, not begun yet',
  'in-force': 'In force',
  ending: 'In force, notice given',
  ended: 'Ended',
  declined: 'Declined',
  'taken-back': 'Taken back',
}

/** Days of notice: long enough that nobody who is joining meanwhile is caught out. */
export const noticeDays = 28

export function agreementState(agreement: Agreement, today: string): AgreementState {
  const stepped = (wanted: AgreementStep) => agreement.steps.find(({ step }) => step === wanted)
  if (stepped('declined')) return 'declined'
  if (stepped('taken-back')) return 'taken-back'
  if (!stepped('agreed')) return 'proposed'
  const end = stepped('ended')?.endsOn
  if (end !== undefined && end <= today) return 'ended'
  if (agreement.fromOn > today) return 'agreed'
  return end === undefined ? 'in-force' : 'ending'
}

export function isInForce(agreement: Agreement, today: string): boolean {
  const state = agreementState(agreement, today)
  return state === 'in-force' || state === 'ending'
}

/** What one of the two accepts under its agreements that are in force today. */
export function rulesOfAgreements(
  agreements: readonly Agreement[],
  organisation: string,
  today: string,
): AcceptanceRule[] {
  return agreements
    .filter((agreement) => isInForce(agreement, today))
    .flatMap((agreement) => {
      if (agreement.organisation === organisation) return agreement.takes
      return agreement.other === organisation ? agreement.gives : []
    })
}
