import type { Transaction } from '../../database/database.ts'
import type { HeldPasskey, ListedPasskey, NewPasskey, PasskeyPurpose } from './model/passkey.ts'

export interface Challenge {
  readonly challengeHash: Buffer
  readonly browserHash: Buffer
  readonly purpose: PasskeyPurpose
  readonly personId?: string | undefined
}

export async function insertChallenge(
  db: Transaction,
  challenge: Challenge & { readonly userHandle?: Buffer | undefined; readonly expiresAt: Date },
): Promise<void> {
  const { challengeHash, browserHash, purpose, personId, userHandle, expiresAt } = challenge
  await db
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: challengeHash,
      browser_hash: browserHash,
      purpose,
      person_id: personId ?? null,
      user_handle: userHandle ?? null,
      expires_at: expiresAt,
    })
    .execute()
}

export async function removeChallengesEndedBy(db: Transaction, now: Date): Promise<void> {
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute()
}

/** Takes a challenge out of the table, whatever the answer is worth. Undefined where there is none to take. */
export async function removeChallenge(
  db: Transaction,
  { challengeHash, browserHash, purpose, personId }: Challenge,
  now: Date,
): Promise<{ readonly userHandle: Buffer | undefined } | undefined> {
  const row = await db
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', challengeHash)
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', purpose)
    .where('person_id', 'is not distinct from', personId ?? null)
    .where('expires_at', '>', now)
    .returning('user_handle')
    .executeTakeFirst()
  return row && { userHandle: row.user_handle ?? undefined }
}

export async function listPasskeys(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<ListedPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .select(['id', 'name', 'added_at', 'last_used_at', 'backed_up'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    addedAt: row.added_at,
    lastUsedAt: row.last_used_at ?? undefined,
    backedUp: row.backed_up,
  }))
}

/** What a browser needs to know them by, and the handle that they share. */
export async function listCredentials(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<{ readonly id: string; readonly transports: string[]; readonly userHandle: Buffer }[]> {
  const rows = await db
    .selectFrom('passkey')
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .select(['credential_id', 'transports', 'user_handle'])
    .execute()
  return rows.map((row) => ({
    id: row.credential_id,
    transports: row.transports,
    userHandle: row.user_handle,
  }))
}

/** Held until the transaction ends, so that of two answers at once the second sees the counter of the first. */
export async function findPasskeyToUse(
  db: Transaction,
  credentialId: string,
): Promise<HeldPasskey | undefined> {
  const row = await db
    .selectFrom('passkey')
    .where('credential_id', '=', credentialId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    personId: row.person_id,
    credentialId: row.credential_id,
    publicKey: new Uint8Array(row.public_key),
    userHandle: row.user_handle.toString('base64url'),
    counter: row.counter,
    backupEligible: row.backup_eligible,
  }
}

/** False where somebody has it already. */
export async function insertPasskey(
  db: Transaction,
  passkey: NewPasskey & {
    readonly id: string
    readonly personId: string
    readonly userHandle: Buffer
    readonly name: string
    readonly addedAt: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      user_handle: passkey.userHandle,
      counter: passkey.counter,
      transports: [...passkey.transports],
      backup_eligible: passkey.backupEligible,
      backed_up: passkey.backedUp,
      name: passkey.name,
      added_at: passkey.addedAt,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setPasskeyUsed(
  db: Transaction,
  id: string,
  used: { readonly counter: number; readonly backedUp: boolean; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('passkey')
    .where('id', '=', id)
    .set({ counter: used.counter, backed_up: used.backedUp, last_used_at: used.at })
    .execute()
}

/** False where this person has no such passkey. */
export async function setPasskeyName(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
  name: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .set({ name })
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where this person has no such passkey. */
export async function removePasskey(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
