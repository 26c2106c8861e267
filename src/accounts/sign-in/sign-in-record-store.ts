/** What is kept of how one person signs in, as they may read it themselves. */
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export function listAllSessions(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('session')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .select(['id', 'device', 'proof', 'shared_computer as sharedComputer'])
    .select(['created_at as startedAt', 'last_seen_at as seenAt', 'expires_at as endsAt'])
    .execute()
}

export function listKnownDevices(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('known_device')
    .where('person_id', '=', personId)
    .orderBy('first_seen_at')
    .select(['device', 'first_seen_at as firstSeenAt'])
    .execute()
}

export function listAddresses(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('email_address')
    .where('person_id', '=', personId)
    .orderBy('confirmed_at')
    .select(['address', 'kind', 'ends_on as endsOn', 'confirmed_at as confirmedAt'])
    .execute()
}

export function listRecoverySheets(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('recovery_sheet')
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .select('made_at as madeAt')
    .execute()
}

export function listRecoveryCodes(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('recovery_code')
    .where('person_id', '=', personId)
    .where('used_at', 'is not', null)
    .orderBy('used_at')
    .select('used_at as usedAt')
    .execute()
}

export function listAllPasskeys(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('passkey')
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .select(['id', 'name', 'added_at as addedAt', 'last_used_at as usedAt'])
    .execute()
}

export function listAllIdentities(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('open_id_identity')
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .select(['provider', 'issuer', 'subject', 'linked_at as linkedAt', 'last_used_at as usedAt'])
    .execute()
}
