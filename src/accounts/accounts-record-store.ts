/** All that accounts keep about one person, as they may read it themselves; and how it is erased. */
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { Whose } from '../personal-record.ts'

type OwnAccount = {
  readonly id: string
  readonly name: string
  readonly about: string | null
  readonly level: string | null
  readonly profession: string | null
  readonly madeAt: Date
  readonly nameChangedAt: Date | null
}

export async function listOwnAccount(db: Transaction, { personId }: Whose): Promise<OwnAccount[]> {
  const account = sql<OwnAccount>`
    select id, name, about, level, profession, created_at as "madeAt",
      name_changed_at as "nameChangedAt"
    from own_account(${personId})`
  return (await account.execute(db)).rows
}

export function listFormerNames(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('former_name')
    .where('person_id', '=', personId)
    .orderBy('until')
    .select(['name', 'until'])
    .execute()
}

export function listAllMemberships(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.slug', 'membership.organisation')
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .select(['membership.organisation', 'organisation.name as organisationName'])
    .select(['job_title as jobTitle', 'valid_from as from', 'valid_to as to'])
    .execute()
}

export function listAllGrants(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('permission_grant')
    .innerJoin('organisation', 'organisation.slug', 'permission_grant.organisation')
    .where('person_id', '=', personId)
    .orderBy('granted_at')
    .select(['permission_grant.id', 'permission', 'permission_grant.organisation'])
    .select(['organisation.name as organisationName', 'granted_at as givenAt'])
    .select(['expires_on as expiresOn', 'review_on as reviewOn'])
    .select('permission_grant.ended_on as endedOn')
    .execute()
}

export function listRegistrations(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('registration')
    .where('person_id', '=', personId)
    .select(['regulator', 'number', 'profession'])
    .execute()
}

export function listIdentityChecks(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('identity_check')
    .innerJoin('organisation', 'organisation.slug', 'identity_check.organisation')
    .leftJoin('person as checker', 'checker.id', 'identity_check.checked_by')
    .where('identity_check.person_id', '=', personId)
    .orderBy('checked_on')
    .select(['identity_check.id', 'identity_check.organisation', 'how', 'checked_on as checkedOn'])
    .select(['organisation.name as organisationName', 'checker.name as checkedBy'])
    .execute()
}

export function listClosings(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('account_closing')
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .select(['asked_at as askedAt', 'erase_after as eraseAfter', 'undone_at as undoneAt'])
    .execute()
}

/** The organisations for which somebody held a permission, by name. */
export async function listPermittedAt(db: Transaction, { personId }: Whose): Promise<string[]> {
  const rows = await db
    .selectFrom('permission_grant')
    .innerJoin('organisation', 'organisation.slug', 'permission_grant.organisation')
    .where('person_id', '=', personId)
    .distinct()
    .orderBy('name')
    .select('organisation.name')
    .execute()
  return rows.map(({ name }) => name)
}

export async function eraseAccount(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_account(${personId})`.execute(db)
}

export async function endSessions(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`select end_sessions(${before}) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}

export async function endSignInAttempts(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    select end_sign_in_attempts(${before}) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}

export async function endKnownDevices(db: Transaction, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    select end_known_devices(${before}) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}
