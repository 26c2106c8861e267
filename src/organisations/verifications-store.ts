/** The SQL of verifying organisations: what one steward proposes, and another answers. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { Evidence } from './model/evidence.ts'
import type { AnswerOutcome, Proposal } from './model/verification.ts'
import type { OrganisationsTables } from './organisations-tables.ts'

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
  readonly outcome: AnswerOutcome
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

export async function insertWithdrawal(
  db: Transaction,
  withdrawal: {
    readonly proposalId: string
    readonly from: string
    readonly reason: string
    readonly withdrawnBy: string
  },
): Promise<boolean> {
  const { proposalId, from, reason, withdrawnBy } = withdrawal
  const row = await db
    .insertInto('verification_withdrawal')
    .values({
      ...{ proposal_id: proposalId, withdrawn_from: from, reason, withdrawn_by: withdrawnBy },
    })
    .onConflict((conflict) => conflict.column('proposal_id').doNothing())
    .returning('proposal_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Throws NotFound, also for a proposal about another organisation. */
export async function getProposal(
  db: Transaction,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<Proposal> {
  const row = await proposals(db)
    .where('verification_proposal.id', '=', id)
    .where('verification_proposal.organisation', '=', organisation)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`proposal ${id}`)
  return proposalOf(row)
}

/** The latest first, whatever became of them. */
export async function listProposals(db: Transaction, organisation: string): Promise<Proposal[]> {
  const rows = await proposals(db)
    .where('verification_proposal.organisation', '=', organisation)
    .orderBy('proposed_at', 'desc')
    .execute()
  return rows.map(proposalOf)
}

const mostListed = 100

/** Those of every organisation that nobody has answered, the longest waiting first. */
export async function listOpenProposals(db: Transaction): Promise<Proposal[]> {
  const rows = await proposals(db)
    .where('verification_answer.proposal_id', 'is', null)
    .orderBy('proposed_at')
    .limit(mostListed)
    .execute()
  return rows.map(proposalOf)
}

function proposals(db: Transaction) {
  return db
    .selectFrom('verification_proposal')
    .innerJoin('organisation', 'organisation.slug', 'verification_proposal.organisation')
    .leftJoin('verification_answer', 'proposal_id', 'verification_proposal.id')
    .select(['verification_proposal.id', 'organisation.slug', 'organisation.name'])
    .select(['verification_proposal.proposed_by', 'proposed_on', 'check_again_on'])
    .select(['outcome', 'answered_by', 'answered_on', 'reason'])
    .select(evidence.as('evidence'))
}

const evidence = sql<EvidenceRow[]>`coalesce((
  select jsonb_agg(to_jsonb(shown) order by shown.id) from verification_evidence shown
  where shown.proposal_id = verification_proposal.id), '[]')`

type EvidenceRow = OrganisationsTables['verification_evidence']

function proposalOf(row: {
  id: string
  slug: string
  name: string
  proposed_by: string | null
  proposed_on: string
  check_again_on: string
  outcome: AnswerOutcome | null
  answered_by: string | null
  answered_on: string | null
  reason: string | null
  evidence: EvidenceRow[]
}): Proposal {
  const { outcome, answered_by, answered_on, reason } = row
  return {
    ...{ id: row.id, organisation: row.slug, organisationName: row.name },
    ...{ proposedBy: row.proposed_by ?? undefined, proposedOn: row.proposed_on },
    checkAgainOn: row.check_again_on,
    evidence: row.evidence.map(evidenceOf),
    answer:
      outcome === null || answered_on === null
        ? undefined
        : {
            ...{ outcome, answeredOn: answered_on },
            ...{ answeredBy: answered_by ?? undefined, reason: reason ?? undefined },
          },
  }
}

function evidenceOf(row: EvidenceRow): Evidence {
  const { kind, register, number, domain, shown_by, dated } = row
  const note = row.note ?? undefined
  switch (kind) {
    case 'register-entry':
      return { kind, note, register: register ?? '', number: number ?? '' }
    case 'web-domain':
      return { kind, note, domain: domain ?? '', shownBy: shown_by ?? 'file' }
    case 'letter':
      return { kind, note, dated: dated ?? '' }
  }
}

/** A verification that runs out soon, or has run out: nobody has confirmed a later one. */
export interface DueRecheck {
  readonly organisation: string
  readonly organisationName: string
  readonly checkAgainOn: string
}

/** Of organisations that are still there, the earliest first. */
export async function listDueRechecks(
  db: Transaction,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<DueRecheck[]> {
  const rows = await db
    .selectFrom('verification_proposal as proposal')
    .innerJoin('verification_answer as answer', 'answer.proposal_id', 'proposal.id')
    .innerJoin('organisation', 'organisation.slug', 'proposal.organisation')
    .where('outcome', '=', 'confirmed')
    .where('check_again_on', '>=', from)
    .where('check_again_on', '<=', until)
    .where('ended_on', 'is', null)
    .where(isLatest)
    .orderBy('check_again_on')
    .orderBy('organisation.name')
    .limit(mostListed)
    .select(['organisation.slug', 'organisation.name', 'check_again_on'])
    .execute()
  return rows.map(({ slug, name, check_again_on }) => ({
    ...{ organisation: slug, organisationName: name, checkAgainOn: check_again_on },
  }))
}

const isLatest = sql<boolean>`not exists (
  select from verification_answer later
  join verification_proposal again on again.id = later.proposal_id
  where later.organisation = proposal.organisation and later.outcome = 'confirmed'
    and again.check_again_on > proposal.check_again_on)
  and not exists (
    select from verification_withdrawal withdrawal where withdrawal.proposal_id = proposal.id)`
