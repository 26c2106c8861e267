/** Puts in people and organisations from content files; what is there already stays. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permission } from '../actor.ts'
import type { Transaction } from '../database/database.ts'
import type { IdentityCheckWay } from './model/account.ts'
import type { AddressKind } from './sign-in/model/email-address.ts'

export async function saveOrganisation(
  db: Transaction,
  organisation: {
    slug: string
    name: string
    kind: string
    nation: string
    sector: string
    area?: string | undefined
    verifiedBy?: string | undefined
    verifiedOn?: string | undefined
  },
): Promise<void> {
  const { verifiedBy, verifiedOn, area, slug, name, kind, nation, sector } = organisation
  await db
    .insertInto('organisation')
    .values({
      slug,
      name,
      kind,
      nation,
      sector,
      area: area ?? null,
      verified_by: verifiedBy ?? null,
      verified_on: verifiedOn ?? null,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute()
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
    .onConflict((conflict) => conflict.columns(['person_id', 'regulator']).doNothing())
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
