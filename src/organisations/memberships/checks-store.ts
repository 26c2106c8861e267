/** The SQL of what an employer has checked of a person: who they are, and their registration. */
import type { IdentityCheckWay } from '../../accounts/model/account.ts'
import type { Transaction } from '../../database/database.ts'
import type { IdentityCheckAt } from './model/person-at.ts'

/** The latest by this organisation. */
export async function findIdentityCheckAt(
  db: Transaction,
  { personId, organisation }: { readonly personId: string; readonly organisation: string },
): Promise<IdentityCheckAt | undefined> {
  const row = await db
    .selectFrom('identity_check')
    .leftJoin('person as checker', 'checker.id', 'checked_by')
    .where('person_id', '=', personId)
    .where('organisation', '=', organisation)
    .orderBy('checked_on', 'desc')
    .select(['how', 'checked_on', 'checker.name as checked_by'])
    .executeTakeFirst()
  return row && { how: row.how, on: row.checked_on, by: row.checked_by ?? undefined }
}

export async function insertIdentityCheck(
  db: Transaction,
  check: {
    readonly id: string
    readonly personId: string
    readonly organisation: string
    readonly how: IdentityCheckWay
    readonly on: string
    readonly by: string
  },
): Promise<void> {
  const { id, personId, organisation, how, on, by } = check
  await db
    .insertInto('identity_check')
    .values({ id, person_id: personId, organisation, how, checked_on: on, checked_by: by })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
