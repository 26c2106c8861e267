/** A withdrawal that somebody proposed once its holder had left; nothing changes until a second decides. */
import type { Cause } from '../../model/signing.ts'

export interface ProposedWithdrawal {
  readonly id: string
  readonly codes: readonly string[]
  readonly cause: Cause
  readonly explanation: string
  readonly proposedBy: string
  /** The organisation in whose name. */
  readonly by: string
  readonly at: Date
  /** YYYY-MM-DD: the last day on which it can be decided. */
  readonly lapsesOn: string
  readonly answer?:
    | {
        readonly outcome: 'confirmed' | 'refused' | 'taken-back'
        readonly reason?: string | undefined
        readonly at: Date
      }
    | undefined
}

/** How long a second person has, in days. */
export const proposalDays = 28

export function isOpenProposal(
  { answer, lapsesOn }: Pick<ProposedWithdrawal, 'answer' | 'lapsesOn'>,
  today: string,
): boolean {
  return answer === undefined && lapsesOn >= today
}

/** What became of it, for whoever reads it later. */
export function proposalOutcome(proposal: ProposedWithdrawal, today: string): string {
  const { answer } = proposal
  if (answer?.outcome === 'confirmed') return 'A second person confirmed it. It was withdrawn.'
  if (answer?.outcome === 'refused') return 'A second person refused it. Nothing was changed.'
  if (answer?.outcome === 'taken-back') return 'It was taken back. Nothing was changed.'
  return isOpenProposal(proposal, today)
    ? 'Nothing has changed. A second person has to decide.'
    : 'Nobody decided in time, so it lapsed. Nothing was changed.'
}
