/** Two stewards vouch for an organisation: one proposes, another confirms or refuses. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { findHistories } from '../histories-store.ts'
import type { Evidence } from '../model/evidence.ts'
import type { OrganisationHistory } from '../model/organisation-history.ts'
import { existedOn } from '../model/organisation-on.ts'
import { type AnswerOutcome, mayAnswer, type Proposal } from '../model/verification.ts'
import { lockOrganisations } from '../register-store.ts'
import { getRequest, insertRequestAnswer } from '../requests/requests-store.ts'
import {
  getProposal,
  insertAnswer,
  insertProposal,
  insertWithdrawal,
  listProposals,
} from '../verifications-store.ts'
import { asSteward } from './as-steward.ts'

type ActionSite = Pick<Site, 'db' | 'now'>

export interface WantedProposal {
  readonly organisation: string
  readonly evidence: readonly Evidence[]
  readonly checkAgainOn: string
  /** The request that led to it. */
  readonly requestId?: string | undefined
}

export type ProposeOutcome =
  | { readonly outcome: 'proposed'; readonly id: string }
  /** One waits for a second steward already. */
  | { readonly outcome: 'already-open'; readonly id: string }

/** One open proposal an organisation: a second one changes nothing. */
export function proposeVerification(
  { db, now }: ActionSite,
  actor: Person,
  wanted: WantedProposal,
): Promise<ProposeOutcome> {
  const { organisation, evidence, checkAgainOn, requestId } = wanted
  const today = dayOf(now())
  return asSteward(db, actor, async (db, { steward }) => {
    await lockOrganisations(db, [organisation])
    await getPresent(db, organisation, today)
    const open = (await listProposals(db, organisation)).find(({ answer }) => answer === undefined)
    if (open !== undefined) return { outcome: 'already-open', id: open.id }
    const id = randomUUID()
    await insertProposal(db, {
      ...{ id, organisation, proposedBy: actor.id, steward, proposedOn: today },
      ...{ checkAgainOn, evidence },
    })
    if (requestId !== undefined) {
      await getRequest(db, requestId)
      const answer = { outcome: 'done', organisation, answeredBy: actor.id } as const
      await insertRequestAnswer(db, { requestId, ...answer })
    }
    await recordEvent(db, actor, 'verification.proposed', `organisation:${organisation}`, {
      proposal: id,
      evidence: evidence.map(({ kind }) => kind),
      checkAgainOn,
    })
    return { outcome: 'proposed', id }
  })
}

export interface GivenAnswer {
  readonly id: string
  readonly organisation: string
  readonly outcome: AnswerOutcome
  readonly reason?: string | undefined
}

/** Nobody confirms or refuses their own. Of two who answer at once, the second changes nothing. */
export function answerProposal(
  { db, now }: ActionSite,
  actor: Person,
  { id, organisation, outcome, reason }: GivenAnswer,
): Promise<'answered' | 'already-answered'> {
  const today = dayOf(now())
  return asSteward(db, actor, async (db, { steward }) => {
    const proposal = await getProposal(db, { id, organisation })
    if (proposal.answer !== undefined) return 'already-answered'
    refuseAnswer(proposal, { actor, outcome, today })
    if (outcome === 'confirmed') await getPresent(db, organisation, today)
    const answered = await insertAnswer(db, {
      ...{ proposalId: id, organisation, proposedBy: proposal.proposedBy ?? '' },
      ...{ answeredBy: actor.id, steward, outcome, reason, answeredOn: today },
    })
    if (!answered) return 'already-answered'
    await recordEvent(db, actor, `verification.${outcome}`, `organisation:${organisation}`, {
      proposal: id,
    })
    return 'answered'
  })
}

function refuseAnswer(
  proposal: Proposal,
  { actor, outcome, today }: { actor: Person; outcome: AnswerOutcome; today: string },
): void {
  if (!mayAnswer(proposal, actor.id).includes(outcome)) {
    throw new Conflict(
      outcome === 'taken-back'
        ? 'Only the steward who proposed this can take it back. You can refuse it.'
        : 'You proposed this, so another steward must answer it.',
    )
  }
  if (outcome === 'confirmed' && proposal.checkAgainOn <= today) {
    throw new Conflict(
      'The day to check again has passed while this waited. Refuse it, and propose again.',
    )
  }
}

export interface WantedWithdrawal {
  readonly organisation: string
  /** What was issued from this day on does not count. */
  readonly from: string
  /** Everybody reads it. */
  readonly reason: string
}

/** Withdrawing what is withdrawn already changes nothing. */
export function withdrawVerification(
  { db }: ActionSite,
  actor: Person,
  { organisation, from, reason }: WantedWithdrawal,
): Promise<'withdrawn' | 'nothing-to-withdraw'> {
  return asSteward(db, actor, async (db) => {
    await lockOrganisations(db, [organisation])
    const history = await getHistory(db, organisation)
    const standing = history.verified.filter(
      ({ checkAgainOn, withdrawn }) => withdrawn === undefined && checkAgainOn >= from,
    )
    if (standing.length === 0) return 'nothing-to-withdraw'
    for (const { id } of standing) {
      await insertWithdrawal(db, { proposalId: id, from, reason, withdrawnBy: actor.id })
    }
    await recordEvent(db, actor, 'verification.withdrawn', `organisation:${organisation}`, { from })
    return 'withdrawn'
  })
}

/** Throws NotFound, and Conflict for one that has ended. */
async function getPresent(
  db: Transaction,
  slug: string,
  today: string,
): Promise<OrganisationHistory> {
  const history = await getHistory(db, slug)
  if (existedOn(history, today)) return history
  throw new Conflict('This organisation is not there today, so nobody can verify it.')
}

async function getHistory(db: Transaction, slug: string): Promise<OrganisationHistory> {
  const history = (await findHistories(db, slug)).get(slug)
  if (history === undefined) throw new NotFound(`organisation ${slug}`)
  return history
}
