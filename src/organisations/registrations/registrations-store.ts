/** The SQL of professional registrations and of who looked them up. */
import { sql } from 'kysely'
import type { CheckOutcome, RegistrationCheck } from '../../accounts/model/account.ts'
import type { Transaction } from '../../database/database.ts'

export interface OwnRegistration {
  readonly id: string
  readonly regulator: string
  readonly number: string
  readonly profession: string
  readonly recordedAt: Date
  /** The latest of each organisation that the reader may see, the newest first. */
  readonly checks: readonly RegistrationCheck[]
}

/** Those that stand; with `checkedAt` only the checks of one organisation. */
export async function listRegistrations(
  db: Transaction,
  { personId, checkedAt }: { readonly personId: string; readonly checkedAt?: string | undefined },
): Promise<OwnRegistration[]> {
  const rows = await standing(db, checkedAt).where('person_id', '=', personId).execute()
  return rows.map(({ personId: _, ...row }) => row)
}

function standing(db: Transaction, checkedAt: string | undefined) {
  const only =
    checkedAt === undefined ? sql`true` : sql`registration_check.organisation = ${checkedAt}`
  return db
    .selectFrom('registration')
    .where('ended_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .select(['id', 'regulator', 'number', 'profession', 'recorded_at as recordedAt'])
    .select('person_id as personId')
    .select(
      sql<readonly RegistrationCheck[]>`coalesce((
        select jsonb_agg(jsonb_build_object('outcome', outcome, 'by', name, 'on', checked_on)
          order by seen.recorded_at desc)
        from (
          select distinct on (registration_check.organisation) outcome, name, checked_on, recorded_at
          from registration_check join organisation on slug = registration_check.organisation
          where registration_id = registration.id and ${only}
          order by registration_check.organisation, recorded_at desc) seen), '[]')`.as('checks'),
    )
}

export interface Assessor {
  readonly id: string
  readonly name: string
  readonly registrations: readonly OwnRegistration[]
}

/** Who signs off at an organisation today, with what they say of their registration. */
export async function listAssessorsAt(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<Assessor[]> {
  const people = await db
    .selectFrom('permission_grant as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .where('held.organisation', '=', organisation)
    .where('permission', '=', 'assess')
    .where(sql<boolean>`is_current_grant(expires_on, ended_on)`)
    .where(sql<boolean>`works_at(held.person_id, held.organisation)`)
    .orderBy('name')
    .select(['person.id', 'person.name'])
    .execute()
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const rows = await standing(db, organisation).where('person_id', 'in', ids).execute()
  const registrations = Map.groupBy(rows, ({ personId }) => personId)
  return people.map(({ id, name }) => ({ id, name, registrations: registrations.get(id) ?? [] }))
}

/** Undefined where another one of the same register stands. */
export async function insertRegistration(
  db: Transaction,
  registration: {
    readonly personId: string
    readonly regulator: string
    readonly number: string
    readonly profession: string
  },
): Promise<string | undefined> {
  const { personId, ...rest } = registration
  const row = await db
    .insertInto('registration')
    .values({ person_id: personId, ...rest })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'regulator']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What it was before, if it stood. */
export async function setRegistrationEnded(
  db: Transaction,
  ended: {
    readonly personId: string
    readonly by: { readonly id: string } | { readonly regulator: string }
    readonly at: Date
  },
): Promise<string | undefined> {
  const { personId, by, at } = ended
  const row = await db
    .updateTable('registration')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      'id' in by ? eb('registration.id', '=', by.id) : eb('regulator', '=', by.regulator),
    )
    .set({ ended_at: at })
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function insertRegistrationCheck(
  db: Transaction,
  check: {
    readonly id: string
    readonly registrationId: string
    readonly organisation: string
    readonly outcome: CheckOutcome
    readonly on: string
    readonly by: string
  },
): Promise<void> {
  await db
    .insertInto('registration_check')
    .values({
      id: check.id,
      registration_id: check.registrationId,
      organisation: check.organisation,
      outcome: check.outcome,
      checked_on: check.on,
      checked_by: check.by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
