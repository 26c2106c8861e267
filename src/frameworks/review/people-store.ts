/** Who writes and reviews a draft. Row-level security shows it to those who work on the draft. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { DraftRole } from '../authoring/model/draft.ts'

interface OfDraft {
  readonly draft: string
}

export interface DraftMember {
  readonly personId: string
  readonly role: DraftRole | 'steward'
}

/** The stewards of its organisation, and whoever works on it today. */
export async function listDraftMembers(
  db: Transaction,
  { draft }: OfDraft,
): Promise<readonly DraftMember[]> {
  const { rows } = await sql<DraftMember>`
    select person_id as "personId", role from people_of_draft(${draft}) order by role, person_id`.execute(
    db,
  )
  return rows
}

/** Of everybody who has, or had, to do with it. */
export async function findDraftNames(
  db: Transaction,
  { draft }: OfDraft,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from names_on_draft(${draft})`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface OpenInvitation {
  readonly id: string
  readonly role: DraftRole
  readonly askedBy: string
  readonly askedAt: Date
}

/** Those that nobody has answered, for the stewards of the draft. */
export async function listOpenInvitations(
  db: Transaction,
  { draft }: OfDraft,
): Promise<OpenInvitation[]> {
  return db
    .selectFrom('draft_invitation')
    .where('draft_id', '=', draft)
    .where('answer', 'is', null)
    .where('asked_at', '>', sql<Date>`now() - interval '30 days'`)
    .orderBy('asked_at')
    .select(['id', 'role', 'asked_by as askedBy', 'asked_at as askedAt'])
    .execute()
}

/** Gives its id. */
export async function insertDraftInvitation(
  db: Transaction,
  { draft, role, address, by }: OfDraft & { role: DraftRole; address: string; by: string },
): Promise<string> {
  const id = randomUUID()
  const address_digest = createHash('sha256').update(`${address}:${id}`).digest()
  await db
    .insertInto('draft_invitation')
    .values({ ...{ id, role, address_digest }, draft_id: draft, asked_by: by })
    .execute()
  return id
}

/** False where it was answered already. */
export async function setInvitationTakenBack(
  db: Transaction,
  { draft, id, now }: OfDraft & { readonly id: string; readonly now: Date },
): Promise<boolean> {
  const set = await db
    .updateTable('draft_invitation')
    .set({ answer: 'taken-back', answered_at: now })
    .where('id', '=', id)
    .where('draft_id', '=', draft)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}

export interface OwnInvitation {
  readonly slug: string
  readonly version: string
  readonly role: DraftRole
  readonly organisation: string
  readonly askedBy: string
}

/** For whoever has the address that was asked, while they can answer. */
export async function findOwnInvitation(
  db: Transaction,
  { id }: { readonly id: string },
): Promise<OwnInvitation | undefined> {
  const { rows } = await sql<OwnInvitation>`
    select slug, version, as_role as role, for_organisation as organisation,
      asked_by_name as "askedBy"
    from find_draft_invitation(${id})`.execute(db)
  return rows[0]
}

/** The draft's id, or undefined where there is nothing (more) to answer. */
export async function setOwnInvitationAnswered(
  db: Transaction,
  { id, answer }: { readonly id: string; readonly answer: 'joined' | 'declined' },
): Promise<string | undefined> {
  const { rows } = await sql<{ draft: string | null }>`
    select answer_draft_invitation(${id}, ${answer}) as draft`.execute(db)
  return rows[0]?.draft ?? undefined
}

/** False where they do not work on it (any more). */
export async function setDraftPersonEnded(
  db: Transaction,
  { draft, personId, now }: OfDraft & { readonly personId: string; readonly now: Date },
): Promise<boolean> {
  const set = await db
    .updateTable('draft_person')
    .set({ ended_at: now })
    .where('draft_id', '=', draft)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}

/** As `job:tell-of-draft`. */
export async function findAddressForDraft(
  db: Transaction,
  { draft, personId }: OfDraft & { readonly personId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ address: string }>`
    select address from addresses_for_draft(${draft}, ${personId}) as address`.execute(db)
  return rows[0]?.address
}
