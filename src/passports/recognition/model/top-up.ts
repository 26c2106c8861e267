/** A top-up that was done, and what an item reads as by it. */
import type { DecisionOutcome } from './acceptance-policy.ts'

export interface TopUpDone {
  readonly id: string
  readonly decisionId: string
  /** YYYY-MM-DD. */
  readonly doneOn: string
  readonly recordedBy: string
  readonly recordedByName?: string | undefined
  readonly at: Date
  readonly takenBackAt?: Date | undefined
}

/** The one that stands, where one does: of two at once the database keeps one. */
export function findTopUpDone(
  topUps: readonly TopUpDone[],
  { id }: { readonly id: string },
): TopUpDone | undefined {
  return topUps.find(
    ({ decisionId, takenBackAt }) => decisionId === id && takenBackAt === undefined,
  )
}

/** Accepted with a top-up is accepted once the top-up was done. */
export function outcomeNow(
  decision: { readonly id: string; readonly outcome: DecisionOutcome },
  topUps: readonly TopUpDone[],
): DecisionOutcome {
  const { outcome } = decision
  if (outcome !== 'accept-with-top-up') return outcome
  return findTopUpDone(topUps, decision) === undefined ? outcome : 'accept'
}
