/** The SQL of what an organisation decided on what was shared with it, and of the replies. */
import { sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { DecisionOutcome, ItemKind } from './model/acceptance-policy.ts'
import type { Decision, RefusalReason } from './model/recognition-decision.ts'
import type { Counted } from './model/recognition-figures.ts'
import type { ItemVerdict, Suggestion } from './model/suggest-recognition.ts'

export interface NewDecision extends Omit<Decision, 'at' | 'decidedByName'> {
  readonly holderId: string
  readonly decidedBy: string
  readonly stepUp: StepUp
  readonly rule?: string | undefined
  readonly policyId?: string | undefined
}

/** False where somebody decided meanwhile: nothing is kept. */
export async function insertDecision(db: Transaction, made: NewDecision): Promise<boolean> {
  const kept = await db
    .insertInto('recognition_decision')
    .values({
      ...{ id: made.id, item_id: made.itemId, share_id: made.shareId, holder_id: made.holderId },
      ...{ organisation: made.organisation, sequence: made.sequence, kind: made.kind },
      ...{ title: made.title ?? null, verdict: made.verdict, suggested: made.suggested },
      ...{ suggested_by_rule: made.rule ?? null, policy_id: made.policyId ?? null },
      ...{ outcome: made.outcome, top_up: made.topUp ?? null, reason: made.reason ?? null },
      ...{ words: made.words ?? null, decided_by: made.decidedBy },
      ...{ stepped_up_how: made.stepUp.how, stepped_up_at: made.stepUp.at },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** What was decided on one set, the earliest first. */
export async function listDecisions(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<Decision[]> {
  const rows = await decisions(db).where('share_id', '=', shareId).execute()
  return rows.map(decisionOf)
}

export interface HeldRecognition extends Decision {
  readonly organisationName: string
  readonly credentialId?: string | undefined
  readonly entryId?: string | undefined
  readonly receivedId?: string | undefined
}

/** What organisations decided on a holder's passport, the earliest first. */
export async function listHeldRecognitions(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<HeldRecognition[]> {
  const rows = await decisions(db)
    .innerJoin('organisation', 'organisation.slug', 'recognition_decision.organisation')
    .innerJoin('recognition_item as item', 'item.id', 'item_id')
    .where('recognition_decision.holder_id', '=', holderId)
    .select(['organisation.name as organisation_name', 'item.credential_id', 'item.entry_id'])
    .select('item.received_id')
    .execute()
  return rows.map((row) => ({
    ...decisionOf(row),
    organisationName: row.organisation_name,
    credentialId: row.credential_id ?? undefined,
    entryId: row.entry_id ?? undefined,
    receivedId: row.received_id ?? undefined,
  }))
}

function decisions(db: Transaction) {
  return db
    .selectFrom('recognition_decision')
    .orderBy('recognition_decision.at')
    .selectAll('recognition_decision')
    .select(sql<string | null>`name_of_decider(recognition_decision.id)`.as('decided_by_name'))
}

/** The columns' check constraints allow only these kinds, verdicts and outcomes. */
function decisionOf(
  row: Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>,
): Decision {
  return {
    ...{ id: row.id, itemId: row.item_id, shareId: row.share_id, organisation: row.organisation },
    ...{ sequence: row.sequence, kind: row.kind as ItemKind, title: row.title ?? undefined },
    verdict: row.verdict as ItemVerdict,
    suggested: row.suggested as Suggestion['suggests'],
    outcome: row.outcome as DecisionOutcome,
    topUp: row.top_up ?? undefined,
    reason: (row.reason ?? undefined) as RefusalReason | undefined,
    words: row.words ?? undefined,
    decidedByName: row.decided_by_name ?? undefined,
    at: row.at,
  }
}

/** Of each thing the latest decision of an organisation, however often it was shared with it. */
export async function listCounted(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<Counted[]> {
  const { rows } = await sql<{
    holder_id: string
    kind: ItemKind
    outcome: string
    reason: string | null
  }>`select * from counted_recognitions(${organisation})`.execute(db)
  return rows.map(({ holder_id: holderId, reason, ...row }) => ({
    ...{ ...row, holderId, reason: reason ?? undefined },
  }))
}

export interface Reply {
  readonly id: string
  readonly decisionId: string
  readonly words: string
  readonly at: Date
}

/** Posted twice, it is kept once. */
export async function insertReply(
  db: Transaction,
  reply: Omit<Reply, 'at'> & { readonly holderId: string; readonly organisation: string },
): Promise<boolean> {
  const { id, decisionId, holderId, organisation, words } = reply
  const made = await db
    .insertInto('recognition_reply')
    .values({ id, decision_id: decisionId, holder_id: holderId, organisation, words })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** To the decisions on one set, the earliest first. */
export async function listReplies(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<Reply[]> {
  const rows = await db
    .selectFrom('recognition_reply as reply')
    .innerJoin('recognition_decision as decided', 'decided.id', 'reply.decision_id')
    .where('decided.share_id', '=', shareId)
    .orderBy('reply.at')
    .select(['reply.id', 'reply.decision_id', 'reply.words', 'reply.at'])
    .execute()
  return rows.map(({ decision_id, ...row }) => ({ ...row, decisionId: decision_id }))
}
