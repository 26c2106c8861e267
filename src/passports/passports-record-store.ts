/** All that a passport keeps about one person, as they may read it themselves; and how it is erased. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Whose } from '../personal-record.ts'

export function listAllAnswers(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('self_assessment')
    .where('holder_id', '=', personId)
    .orderBy('edition')
    .orderBy('code')
    .orderBy('at')
    .select(['edition', 'code', 'answer', 'at'])
    .execute()
}

export function listAllNotes(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('private_note')
    .where('holder_id', '=', personId)
    .orderBy('section')
    .orderBy('at')
    .select(['edition', 'section', 'note', 'at'])
    .execute()
}

export function listAllRequests(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('sign_off_request as asked')
    .innerJoin('organisation', 'organisation.slug', 'asked.organisation')
    .leftJoin('person as assessor', 'assessor.id', 'asked.assessor_id')
    .leftJoin('sign_off_answer as answer', 'answer.request_id', 'asked.id')
    .where('asked.holder_id', '=', personId)
    .orderBy('asked.at')
    .select(['asked.id', 'asked.at as askedAt', 'edition', 'section', 'asked.level', 'codes'])
    .select(['message', 'assessor.name as asked', 'organisation.name as organisationName'])
    .select(['outcome', 'reason', 'answer.at as answeredAt'])
    .execute()
}

export function listAllSignings(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('signing')
    .innerJoin('organisation', 'organisation.slug', 'signing.organisation')
    .where('holder_id', '=', personId)
    .orderBy('signing.at')
    .select(['signing.id', 'request_id as requestId', 'edition', 'section', 'signing.level'])
    .select(['signing.organisation', 'organisation.name as organisationName'])
    .select(['method', 'assessed_on as assessedOn', 'setting', 'review_on as reviewOn', 'note'])
    .select(['shown', 'signing.at'])
    .select(sql<string>`shown -> 'assessor' ->> 'name'`.as('assessor'))
    .execute()
}

export function listAllSignOffs(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('sign_off')
    .leftJoin('sign_off_withdrawal as withdrawal', 'withdrawal.sign_off_id', 'sign_off.id')
    .leftJoin('organisation as successor', 'successor.slug', 'withdrawn_for')
    .where('sign_off.holder_id', '=', personId)
    .orderBy('code')
    .select(['sign_off.id', 'signing_id as signingId', 'edition', 'code'])
    .select([
      'withdrawal.at as withdrawnAt',
      'successor.name as withdrawnFor',
      'cause',
      'explanation',
    ])
    .execute()
}

export function listSigningCredentials(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('signing_credential')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .select(['signing_id as signingId', 'credential_id as credentialId', 'at'])
    .execute()
}

export function listAllShares(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('share')
    .leftJoin('share_end', 'share_end.share_id', 'share.id')
    .where('holder_id', '=', personId)
    .orderBy('share.at')
    .select(['share.id', 'share.at as madeAt', 'expires_at as endsAt', 'share_end.at as stoppedAt'])
    .select((eb) =>
      eb
        .selectFrom('share_credential')
        .whereRef('share_credential.share_id', '=', 'share.id')
        .select(sql<string[]>`coalesce(array_agg(credential_id::text), '{}')`.as('ids'))
        .as('credentials'),
    )
    .execute()
}

/** What an assessor did, without whom it was for: that is the other person's record. */
export function listGivenSignings(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('signing')
    .innerJoin('organisation', 'organisation.slug', 'signing.organisation')
    .where('assessor_id', '=', personId)
    .orderBy('signing.at')
    .select(['signing.id', 'section', 'signing.level', 'method', 'assessed_on as assessedOn'])
    .select(['organisation.name as organisationName', 'signing.at', 'shown', 'minutes'])
    .execute()
}

export function listOwnDrafts(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('signing_draft')
    .where('assessor_id', '=', personId)
    .select(['request_id as requestId', 'entered'])
    .execute()
}

export interface SignedAt {
  readonly organisationName: string
  /** For this person, and by them for others. */
  readonly held: number
  readonly given: number
}

export async function countSignedAt(db: Transaction, { personId }: Whose): Promise<SignedAt[]> {
  const rows = await db
    .selectFrom('signing')
    .innerJoin('organisation', 'organisation.slug', 'signing.organisation')
    .where((eb) => eb.or([eb('holder_id', '=', personId), eb('assessor_id', '=', personId)]))
    .groupBy('organisation.name')
    .orderBy('organisation.name')
    .select(['organisation.name as organisationName'])
    .select((eb) => [
      eb.fn.countAll<string>().filterWhere('holder_id', '=', personId).as('held'),
      eb.fn.countAll<string>().filterWhere('assessor_id', '=', personId).as('given'),
    ])
    .execute()
  return rows.map(({ organisationName, held, given }) => ({
    organisationName,
    held: Number(held),
    given: Number(given),
  }))
}

export async function erasePassport(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_passport(${personId})`.execute(db)
}

type Ending = 'end_signing_drafts' | 'end_unsigned_requests' | 'end_shares' | 'end_corridor_visits'

export function ending(name: Ending) {
  return async (db: Transaction, before: Date): Promise<number> => {
    const asked = sql<{ gone: string }>`select ${sql.ref(name)}(${before}) as gone`
    const { rows } = await asked.execute(db)
    return Number(rows[0]?.gone ?? 0)
  }
}
