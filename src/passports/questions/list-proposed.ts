import type { Transaction } from '../../database/database.ts'
import type { Cause } from '../model/signing.ts'
import type { ProposedWithdrawal } from './model/proposal.ts'
import { listProposals, type Proposal } from './proposals-store.ts'

/** The latest first. */
export async function listProposedWithdrawals(
  db: Transaction,
  { signingId }: { readonly signingId: string },
): Promise<ProposedWithdrawal[]> {
  return (await listProposals(db, { signingId })).map(proposalOf)
}

function proposalOf({ outcome, reason, answeredAt, cause, ...rest }: Proposal): ProposedWithdrawal {
  const answer =
    outcome === null || answeredAt === null
      ? undefined
      : { outcome, reason: reason ?? undefined, at: answeredAt }
  // The column's check constraint allows only causes.
  return { ...rest, cause: cause as Cause, answer }
}
