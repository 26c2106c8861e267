/** The SQL of withdrawals that one person proposes and a second decides. */
import { sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Cause } from '../model/signing.ts'

/** Whether its holder works where it was signed, or for whom the actor withdraws. */
export async function isHolderHere(
  db: Transaction,
  { signingId, actedFor }: { readonly signingId: string; readonly actedFor: string },
): Promise<boolean> {
  const { rows } = await sql<{ here: boolean }>`
    select holder_is_here(${signingId}, ${actedFor}) as here`.execute(db)
  return rows[0]?.here ?? false
}

export async function insertProposal(
  db: Transaction,
  proposal: {
    readonly id: string
    readonly signingId: string
    readonly holderId: string
    readonly codes: readonly string[]
    readonly cause: Cause
    readonly explanation: string
    readonly proposedBy: string
    readonly proposedFor: string
    readonly lapsesOn: string
    readonly stepUp: StepUp
  },
): Promise<void> {
  const { id, signingId, holderId, codes, cause, explanation, stepUp } = proposal
  await db
    .insertInto('withdrawal_proposal')
    .values({
      ...{ id, signing_id: signingId, holder_id: holderId, codes: [...codes], cause, explanation },
      ...{ proposed_by: proposal.proposedBy, proposed_for: proposal.proposedFor },
      lapses_on: proposal.lapsesOn,
      ...{ stepped_up_how: stepUp.how, stepped_up_at: stepUp.at },
    })
    .execute()
}

/** The signings about which the actor may see a proposal that somebody can still decide. */
export async function listOpenProposals(
  db: Transaction,
  { today }: { readonly today: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('withdrawal_proposal as proposed')
    .leftJoin('withdrawal_proposal_answer as answer', 'answer.proposal_id', 'proposed.id')
    .where('lapses_on', '>=', today)
    .where('answer.proposal_id', 'is', null)
    .select('signing_id')
    .execute()
  return rows.map(({ signing_id }) => signing_id)
}

/** The latest first. */
export function listProposals(db: Transaction, { signingId }: { readonly signingId: string }) {
  return proposals(db).where('signing_id', '=', signingId).execute()
}

export type Proposal = Awaited<ReturnType<typeof listProposals>>[number]

/** In the account's copy. */
export function listAllProposals(db: Transaction, { personId }: { readonly personId: string }) {
  return proposals(db).where('holder_id', '=', personId).execute()
}

function proposals(db: Transaction) {
  return db
    .selectFrom('withdrawal_proposal as proposed')
    .innerJoin('organisation', 'organisation.slug', 'proposed_for')
    .leftJoin('withdrawal_proposal_answer as answer', 'answer.proposal_id', 'proposed.id')
    .orderBy('proposed.at', 'desc')
    .select(['proposed.id', 'signing_id as signingId', 'codes', 'cause', 'explanation'])
    .select(['proposed_by as proposedBy', 'organisation.name as by', 'proposed.at'])
    .select(['lapses_on as lapsesOn', 'outcome', 'reason', 'answer.at as answeredAt'])
}

export interface ProposalAnswer {
  readonly proposal: string
  readonly outcome: 'confirmed' | 'refused' | 'taken-back'
  readonly reason?: string | undefined
  readonly answeredBy: string
  readonly today: string
}

/** False where it is answered or has lapsed, or where this person may not give this answer. */
export async function answerOpenProposal(
  db: Transaction,
  { proposal, outcome, reason, answeredBy, today }: ProposalAnswer,
): Promise<boolean> {
  const open = await db
    .selectFrom('withdrawal_proposal')
    .where('id', '=', proposal)
    .where('lapses_on', '>=', today)
    .where(sql<boolean>`may_answer_proposal(id, ${outcome})`)
    .select('id')
    .executeTakeFirst()
  if (open === undefined) return false
  const result = await db
    .insertInto('withdrawal_proposal_answer')
    .values({ proposal_id: proposal, outcome, reason: reason ?? null, answered_by: answeredBy })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
