/** The SQL of pauses, and of what their holders say to them. */
import { sql } from 'kysely'
import type { StepUp } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { PauseCause } from '../model/pause.ts'

interface Acting {
  readonly id: string
  readonly signingId: string
  readonly holderId: string
  readonly explanation: string
  readonly actedBy: string
  readonly actedFor: string
  readonly stepUp: StepUp
}

export type NewPauseAct = Acting &
  (
    | { readonly act: 'paused'; readonly cause: PauseCause; readonly until: string }
    | { readonly act: 'extended'; readonly pauseId: string; readonly until: string }
    | { readonly act: 'ended'; readonly pauseId: string }
  )

export async function insertPauseAct(db: Transaction, act: NewPauseAct): Promise<void> {
  await db
    .insertInto('sign_off_pause')
    .values({
      ...{ id: act.id, pause_id: 'pauseId' in act ? act.pauseId : act.id, act: act.act },
      ...{ signing_id: act.signingId, holder_id: act.holderId, explanation: act.explanation },
      ...{ cause: 'cause' in act ? act.cause : null, until: 'until' in act ? act.until : null },
      ...{ acted_by: act.actedBy, acted_for: act.actedFor },
      ...{ stepped_up_how: act.stepUp.how, stepped_up_at: act.stepUp.at },
    })
    .execute()
}

/** Everything that was done to a signing in this way, the oldest first: row-level security decides. */
export function listPauseActs(db: Transaction, { signingId }: { readonly signingId: string }) {
  return db
    .selectFrom('sign_off_pause')
    .innerJoin('organisation', 'organisation.slug', 'acted_for')
    .where('signing_id', '=', signingId)
    .orderBy('sign_off_pause.at')
    .select(['sign_off_pause.id', 'pause_id as pauseId', 'act', 'cause', 'explanation', 'until'])
    .select(['acted_by as actedBy', 'organisation.name as by', 'sign_off_pause.at'])
    .execute()
}

export type PauseAct = Awaited<ReturnType<typeof listPauseActs>>[number]

export async function insertReply(
  db: Transaction,
  reply: {
    readonly id: string
    readonly signingId: string
    readonly holderId: string
    readonly about: { readonly pauseId: string } | { readonly proposalId: string }
    readonly byHolder: boolean
    readonly words: string
    readonly writtenBy: string
  },
): Promise<void> {
  const { id, signingId, holderId, about, byHolder, words, writtenBy } = reply
  await db
    .insertInto('sign_off_reply')
    .values({
      ...{ id, signing_id: signingId, holder_id: holderId, by_holder: byHolder, words },
      pause_id: 'pauseId' in about ? about.pauseId : null,
      proposal_id: 'proposalId' in about ? about.proposalId : null,
      written_by: writtenBy,
    })
    .execute()
}

/** The oldest first. */
export function listReplies(db: Transaction, { signingId }: { readonly signingId: string }) {
  return db
    .selectFrom('sign_off_reply')
    .where('signing_id', '=', signingId)
    .orderBy('at')
    .select(['id', 'pause_id as pauseId', 'proposal_id as proposalId', 'by_holder as byHolder'])
    .select(['words', 'at'])
    .execute()
}

export type Reply = Awaited<ReturnType<typeof listReplies>>[number]

/** As `job:tell-holder`: where a letter reaches them. */
export async function listHolderAddresses(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select addresses_of_holder(${holderId}) as address`.execute(db)
  return rows.map(({ address }) => address)
}

/** In the account's erasure: what they said. What was done stays with the sign-off. */
export async function eraseQuestions(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select erase_questions(${personId})`.execute(db)
}

export function listAllPauses(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('sign_off_pause')
    .innerJoin('organisation', 'organisation.slug', 'acted_for')
    .where('holder_id', '=', personId)
    .orderBy('sign_off_pause.at')
    .select([
      'sign_off_pause.id',
      'signing_id as signingId',
      'act',
      'cause',
      'explanation',
      'until',
    ])
    .select(['organisation.name as organisationName', 'sign_off_pause.at'])
    .execute()
}

export function listAllReplies(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('sign_off_reply')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .select(['id', 'signing_id as signingId', 'by_holder as byHolder', 'words', 'at'])
    .execute()
}
