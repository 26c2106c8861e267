/** The SQL of somebody's own jobs, everywhere. */
import { sql } from 'kysely'
import type { Permission } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'

export interface OwnJob {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly jobTitle: string
  readonly from: string
  readonly to?: string | undefined
  /** What they may do there today. */
  readonly permissions: readonly Permission[]
}

/** Those that go on first, the latest of them first. */
export async function listOwnJobs(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<OwnJob[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.slug', 'membership.organisation')
    .where('person_id', '=', personId)
    .orderBy(sql`valid_to desc nulls first`)
    .orderBy('valid_from', 'desc')
    .select(['membership.id', 'membership.organisation', 'organisation.name as organisationName'])
    .select(['job_title as jobTitle', 'valid_from as from', 'valid_to'])
    .select(
      sql<Permission[]>`array(
        select permission from permission_grant held
        where held.person_id = membership.person_id
          and held.organisation = membership.organisation
          and is_current_grant(held.expires_on, held.ended_on)
        order by permission)`.as('permissions'),
    )
    .execute()
  return rows.map(({ valid_to, ...row }) => ({ ...row, to: valid_to ?? undefined }))
}
