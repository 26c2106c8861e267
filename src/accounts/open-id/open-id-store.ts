import type { Transaction } from '../../database/database.ts'
import type { Identity, LinkedIdentity, PendingLogin } from './model/open-id.ts'

interface Kept {
  readonly stateHash: Buffer
  readonly browserHash: Buffer
}

export async function insertLogin(
  db: Transaction,
  login: PendingLogin & Kept & { readonly expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('open_id_login')
    .values({
      state_hash: login.stateHash,
      browser_hash: login.browserHash,
      provider: login.provider,
      purpose: login.purpose,
      person_id: login.personId ?? null,
      nonce: login.nonce,
      code_verifier: login.codeVerifier,
      next: login.next,
      shared_computer: login.sharedComputer,
      started_at: login.startedAt,
      expires_at: login.expiresAt,
    })
    .execute()
}

export async function removeLoginsEndedBy(db: Transaction, now: Date): Promise<void> {
  await db.deleteFrom('open_id_login').where('expires_at', '<=', now).execute()
}

/** Takes a login out of the table, whatever the return is worth. Undefined where there is none to take. */
export async function removeLogin(
  db: Transaction,
  { stateHash, browserHash, provider }: Kept & { readonly provider: string },
  now: Date,
): Promise<PendingLogin | undefined> {
  const row = await db
    .deleteFrom('open_id_login')
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('provider', '=', provider)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    provider: row.provider,
    purpose: row.purpose,
    personId: row.person_id ?? undefined,
    nonce: row.nonce,
    codeVerifier: row.code_verifier,
    next: row.next,
    sharedComputer: row.shared_computer,
    startedAt: row.started_at,
  }
}

export async function listIdentities(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<LinkedIdentity[]> {
  const rows = await db
    .selectFrom('open_id_identity')
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .select(['id', 'provider', 'linked_at', 'last_used_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    linkedAt: row.linked_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }))
}

/** Whose identity it is, as the actor may know. */
export async function findPersonOfIdentity(
  db: Transaction,
  { issuer, subject }: Identity,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('open_id_identity')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .select('person_id')
    .executeTakeFirst()
  return row?.person_id
}

export async function setIdentityUsed(
  db: Transaction,
  { issuer, subject }: Identity,
  at: Date,
): Promise<void> {
  await db
    .updateTable('open_id_identity')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .set({ last_used_at: at })
    .execute()
}

/** False where it is linked already, to whomever. */
export async function insertIdentity(
  db: Transaction,
  identity: Identity & {
    readonly id: string
    readonly personId: string
    readonly provider: string
    readonly linkedAt: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('open_id_identity')
    .values({
      id: identity.id,
      person_id: identity.personId,
      issuer: identity.issuer,
      subject: identity.subject,
      provider: identity.provider,
      linked_at: identity.linkedAt,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False where this person has no such identity. */
export async function removeIdentity(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('open_id_identity')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
