/** The SQL of sets that are shared with an organisation, and of what it decided. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import type { Confirmation, EntryKind } from '../model/entry.ts'
import type { DecisionOutcome, ItemKind } from './model/acceptance-policy.ts'
import type { Decision, RefusalReason } from './model/recognition-decision.ts'
import type { Counted } from './model/recognition-figures.ts'
import type { ItemVerdict, Suggestion } from './model/suggest-recognition.ts'

export interface RecognitionShare {
  readonly id: string
  readonly holderId: string
  readonly organisation: string
  readonly organisationName: string
  readonly purpose: 'apply' | 'join'
  /** YYYY-MM-DD: the last day. */
  readonly endsOn: string
  readonly at: Date
  readonly stoppedAt?: Date | undefined
  /** Something in it was decided on. */
  readonly decided: boolean
  /** Undefined where the actor may not know whose it is any more. */
  readonly holderName?: string | undefined
}

/** What somebody chose, by the ids of credentials and of entries with their version. */
export interface ChosenItems {
  readonly credentials: readonly string[]
  readonly entries: readonly { readonly id: string; readonly version: number }[]
}

/** False where a set with this id is there already: the form was posted twice. */
export async function insertRecognitionShare(
  db: Transaction,
  share: Pick<RecognitionShare, 'id' | 'holderId' | 'organisation' | 'purpose' | 'endsOn'>,
  { credentials, entries }: ChosenItems,
): Promise<boolean> {
  const { id, holderId, organisation, purpose, endsOn } = share
  const made = await db
    .insertInto('recognition_share')
    .values({ id, holder_id: holderId, organisation, purpose, ends_on: endsOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return false
  const of = { share_id: id, holder_id: holderId, organisation }
  const rows = [
    ...credentials.map((credential) => ({ ...of, credential_id: credential })),
    ...entries.map((entry) => ({ ...of, entry_id: entry.id, entry_version: entry.version })),
  ]
  await db.insertInto('recognition_item').values(rows).execute()
  return true
}

/** Ending it twice changes nothing. False for somebody else's. */
export async function insertRecognitionEnd(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<boolean> {
  const own = await db
    .selectFrom('recognition_share')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .select('id')
    .executeTakeFirst()
  if (own === undefined) return false
  await db
    .insertInto('recognition_share_end')
    .values({ share_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** Until the transaction ends, nobody else decides on this set, nor ends it. */
export async function lockRecognition(db: Transaction, share: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recognition:${share}`}, 0))`.execute(
    db,
  )
}

/** A holder's sets, the latest first. */
export async function listOwnRecognitionShares(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<RecognitionShare[]> {
  const rows = await shares(db).where('shared.holder_id', '=', holderId).execute()
  return rows.map(shareOf)
}

const mostShares = 200

/** What was shared with an organisation, the latest first. */
export async function listRecognitionSharesTo(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<RecognitionShare[]> {
  const rows = await shares(db)
    .where('shared.organisation', '=', organisation)
    .limit(mostShares)
    .execute()
  return rows.map(shareOf)
}

/** Throws NotFound, also for a set of somebody else or of another organisation. */
export async function getRecognitionShare(
  db: Transaction,
  whose: { readonly id: string } & (
    | { readonly holderId: string }
    | { readonly organisation: string }
  ),
): Promise<RecognitionShare> {
  const row = await shares(db)
    .where('shared.id', '=', whose.id)
    .where((eb) =>
      'holderId' in whose
        ? eb('shared.holder_id', '=', whose.holderId)
        : eb('shared.organisation', '=', whose.organisation),
    )
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`set ${whose.id}`)
  return shareOf(row)
}

function shares(db: Transaction) {
  return db
    .selectFrom('recognition_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .leftJoin('recognition_share_end as ended', 'ended.share_id', 'shared.id')
    .orderBy('shared.at', 'desc')
    .selectAll('shared')
    .select(['organisation.name as organisation_name', 'ended.at as stopped_at'])
    .select(sql<string | null>`name_of_recognised(shared.id)`.as('holder_name'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('recognition_decision')
            .whereRef('recognition_decision.share_id', '=', 'shared.id')
            .select('recognition_decision.id'),
        )
        .as('decided'),
    )
}

function shareOf(
  row: Awaited<ReturnType<ReturnType<typeof shares>['executeTakeFirstOrThrow']>>,
): RecognitionShare {
  return {
    ...{ id: row.id, holderId: row.holder_id, organisation: row.organisation, at: row.at },
    organisationName: row.organisation_name,
    // The column's check constraint allows only these.
    purpose: row.purpose as RecognitionShare['purpose'],
    endsOn: row.ends_on,
    stoppedAt: row.stopped_at ?? undefined,
    decided: row.decided === true,
    holderName: row.holder_name ?? undefined,
  }
}

export interface SharedCredentialItem {
  readonly item: string
  readonly credential: string
  readonly document: Record<string, unknown>
  readonly section: string
  readonly level: LevelSlug
  readonly assessedOn: string
  readonly reviewOn?: string | undefined
  /** Slug. */
  readonly issuer: string
}

/** The credentials of a live set, for its holder and for whoever it is shared with. */
export async function listSharedCredentials(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<SharedCredentialItem[]> {
  const { rows } = await sql<{
    item: string
    credential: string
    document: Record<string, unknown>
    section: string
    level: LevelSlug
    assessed_on: string
    review_on: string | null
    issuer: string
  }>`select * from recognition_credentials(${shareId})`.execute(db)
  return rows.map(({ assessed_on, review_on, ...row }) => ({
    ...{ ...row, assessedOn: assessed_on, reviewOn: review_on ?? undefined },
  }))
}

export interface SharedEntryItem {
  readonly item: string
  readonly entry: string
  readonly kind: EntryKind
  readonly title: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly validUntil?: string | undefined
  readonly facts: Readonly<Record<string, string>>
  readonly confirmation?: Confirmation | undefined
}

/** The same of entries, each in the version that was shared. */
export async function listSharedEntries(
  db: Transaction,
  { shareId }: { readonly shareId: string },
): Promise<SharedEntryItem[]> {
  const { rows } = await sql<{
    item: string
    entry: string
    kind: EntryKind
    title: string
    from_on: string | null
    to_on: string | null
    valid_until: string | null
    facts: Record<string, string>
    seen_by: string | null
    seen_on: string | null
    seen_until: string | null
  }>`select * from recognition_entries(${shareId})`.execute(db)
  return rows.map(({ from_on, to_on, valid_until, seen_by, seen_on, seen_until, ...row }) => ({
    ...row,
    ...{ from: from_on ?? undefined, to: to_on ?? undefined },
    validUntil: valid_until ?? undefined,
    confirmation: seenBy(seen_by, { on: seen_on, until: seen_until }),
  }))
}

function seenBy(
  by: string | null,
  { on, until }: { readonly on: string | null; readonly until: string | null },
): Confirmation | undefined {
  if (by === null || on === null) return undefined
  return { by, how: 'original-seen', on, until: until ?? undefined, codes: [] }
}

export interface NewDecision extends Omit<Decision, 'at' | 'decidedByName'> {
  readonly holderId: string
  readonly decidedBy: string
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
    .execute()
  return rows.map((row) => ({
    ...decisionOf(row),
    organisationName: row.organisation_name,
    credentialId: row.credential_id ?? undefined,
    entryId: row.entry_id ?? undefined,
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

/** Of each item the latest decision of an organisation, for its figures. */
export async function listCounted(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<Counted[]> {
  const rows = await db
    .selectFrom('recognition_decision')
    .distinctOn('item_id')
    .where('organisation', '=', organisation)
    .orderBy('item_id')
    .orderBy('sequence', 'desc')
    .select(['holder_id', 'kind', 'outcome', 'reason'])
    .execute()
  return rows.map(({ holder_id, kind, outcome, reason }) => ({
    ...{ holderId: holder_id, kind: kind as ItemKind, outcome, reason: reason ?? undefined },
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
