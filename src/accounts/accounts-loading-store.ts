/** Puts in people from content files; what is there already stays. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permission } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import type { IdentityCheckWay } from './model/account.ts'
import type { AddressKind } from './sign-in/model/email-address.ts'

/** Those of these people whose account is erased: nobody is brought back by a restart. */
export async function findErased(
  db: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('person')
    .where('id', 'in', [...ids])
    .where(sql<boolean>`is_erased(id)`)
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function savePerson(
  db: Transaction,
  person: {
    id: string
    name: string
    about: string
    level?: string | undefined
    profession?: string | undefined
  },
): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      about: person.about,
      level: person.level ?? null,
      profession: person.profession ?? null,
      demonstration: true,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

export async function saveMembership(
  db: Transaction,
  personId: string,
  job: { organisation: string; jobTitle: string; permissions: readonly Permission[] },
): Promise<void> {
  const held = await db
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where('organisation', '=', job.organisation)
    .select('person_id')
    .executeTakeFirst()
  if (held !== undefined) return
  await db
    .insertInto('membership')
    .values({
      person_id: personId,
      organisation: job.organisation,
      job_title: job.jobTitle,
    })
    .execute()
  for (const permission of job.permissions) {
    await db
      .insertInto('permission_grant')
      .values({ person_id: personId, organisation: job.organisation, permission })
      .execute()
  }
}

export async function saveRegistration(
  db: Transaction,
  personId: string,
  registration: { regulator: string; number: string; profession: string },
): Promise<void> {
  await db
    .insertInto('registration')
    .values({ person_id: personId, ...registration })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'regulator']).where('ended_at', 'is', null).doNothing(),
    )
    .execute()
}

export async function saveIdentityCheck(
  db: Transaction,
  check: {
    id: string
    personId: string
    organisation: string
    how: IdentityCheckWay
    on: string
    checkedBy: string
  },
): Promise<void> {
  const held = await db
    .selectFrom('identity_check')
    .where('person_id', '=', check.personId)
    .select('id')
    .executeTakeFirst()
  if (held !== undefined) return
  await db
    .insertInto('identity_check')
    .values({
      id: check.id,
      person_id: check.personId,
      organisation: check.organisation,
      how: check.how,
      checked_on: check.on,
      checked_by: check.checkedBy,
    })
    .execute()
}

export async function saveAddress(
  db: Transaction,
  given: {
    person: string
    address: string
    kind: AddressKind
    endsInDays?: number | undefined
  },
): Promise<void> {
  const { person, address, kind, endsInDays } = given
  await db
    .insertInto('email_address')
    .values({
      ...{ id: randomUUID(), person_id: person, address, kind },
      ends_on: endsInDays === undefined ? null : sql<string>`current_date + ${endsInDays}::integer`,
      ...{ confirmed_at: sql<Date>`now()`, reminded_at: null },
    })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute()
}
