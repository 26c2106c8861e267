/** The SQL of verifying organisations: what one steward proposes, and another answers. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import type { Evidence } from './model/evidence.ts'

export interface NewProposal {
  readonly id: string
  readonly organisation: string
  readonly proposedBy: string
  /** The steward's organisation, by slug. */
  readonly steward: string
  readonly proposedOn: string
  readonly checkAgainOn: string
  readonly evidence: readonly Evidence[]
}

export async function insertProposal(db: Transaction, proposal: NewProposal): Promise<void> {
  const { id, organisation, proposedBy, steward, proposedOn, checkAgainOn, evidence } = proposal
  await db
    .insertInto('verification_proposal')
    .values({
      ...{ id, organisation, steward },
      ...{ proposed_by: proposedBy, proposed_on: proposedOn, check_again_on: checkAgainOn },
    })
    .execute()
  const rows = evidence.map((one) => ({ id: randomUUID(), proposal_id: id, ...evidenceRow(one) }))
  await db.insertInto('verification_evidence').values(rows).execute()
}

function evidenceRow(evidence: Evidence) {
  const { kind, note = null } = evidence
  const row = {
    kind,
    note,
    register: null,
    number: null,
    domain: null,
    shown_by: null,
    dated: null,
  }
  switch (kind) {
    case 'register-entry':
      return { ...row, register: evidence.register, number: evidence.number }
    case 'web-domain':
      return { ...row, domain: evidence.domain, shown_by: evidence.shownBy }
    case 'letter':
      return { ...row, dated: evidence.dated }
  }
}

export interface NewAnswer {
  readonly proposalId: string
  readonly organisation: string
  readonly proposedBy: string
  readonly answeredBy: string
  readonly steward: string
  readonly outcome: 'confirmed' | 'refused' | 'taken-back'
  readonly reason?: string | undefined
  readonly answeredOn: string
}

/** False when somebody has answered it before. */
export async function insertAnswer(db: Transaction, answer: NewAnswer): Promise<boolean> {
  const { proposalId, organisation, proposedBy, answeredBy, steward } = answer
  const { outcome, reason, answeredOn } = answer
  const row = await db
    .insertInto('verification_answer')
    .values({
      ...{
        proposal_id: proposalId,
        organisation,
        proposed_by: proposedBy,
        answered_by: answeredBy,
      },
      ...{ steward, outcome, reason: reason ?? null, answered_on: answeredOn },
    })
    .onConflict((conflict) => conflict.column('proposal_id').doNothing())
    .returning('proposal_id')
    .executeTakeFirst()
  return row !== undefined
}
