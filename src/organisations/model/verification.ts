/** What a steward proposes, and what another says to it. Days are YYYY-MM-DD. */
import { addYears } from '../../language/days.ts'
import type { Evidence } from './evidence.ts'

export type AnswerOutcome = 'confirmed' | 'refused' | 'taken-back'

export interface ProposalAnswer {
  readonly outcome: AnswerOutcome
  readonly answeredBy?: string | undefined
  readonly answeredOn: string
  readonly reason?: string | undefined
}

export interface Proposal {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly proposedBy?: string | undefined
  readonly proposedOn: string
  readonly checkAgainOn: string
  readonly evidence: readonly Evidence[]
  readonly answer?: ProposalAnswer | undefined
}

/** What may this steward do with an open proposal? Nobody confirms their own. */
export function mayAnswer(
  { proposedBy, answer }: Pick<Proposal, 'proposedBy' | 'answer'>,
  person: string,
): readonly AnswerOutcome[] {
  if (answer !== undefined) return []
  return proposedBy === person ? ['taken-back'] : ['confirmed', 'refused']
}

/** An organisation is checked again after a year, or sooner. */
export function latestCheckAgain(today: string): string {
  return addYears(today, 1)
}

/** Stewards are told so many days before. */
export const daysBeforeRecheck = 60
