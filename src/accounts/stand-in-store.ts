/** Somebody who does not exist, for one transaction that is undone: see database/as-stand-in.ts. */
import { randomBytes } from 'node:crypto'
import type { Permission } from '../actor.ts'
import type { Transaction } from '../database/database.ts'

export interface StandInJob {
  readonly organisation: string
  readonly permissions: readonly Permission[]
}

/** Without a job they have an account here and nothing else. Gives their id. */
export async function insertStandIn(
  db: Transaction,
  job?: StandInJob | undefined,
): Promise<string> {
  const id = `00000000-0000-8000-8000-${randomBytes(6).toString('hex')}`
  await db.insertInto('person').values({ id, name: 'Stand-in' }).execute()
  if (job === undefined) return id
  const { organisation, permissions } = job
  await db
    .insertInto('membership')
    .values({ person_id: id, organisation, job_title: 'Stand-in' })
    .execute()
  const grants = permissions.map((permission) => ({ person_id: id, organisation, permission }))
  if (grants.length > 0) await db.insertInto('permission_grant').values(grants).execute()
  return id
}

/** An employer at which the holder never worked, as far as the acting person sees; to stand in at. */
export async function findOtherEmployer(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<{ readonly slug: string; readonly name: string } | undefined> {
  return db
    .selectFrom('organisation')
    .where('kind', 'in', ['nhs-trust', 'council', 'charity'])
    .where('slug', 'not in', (query) =>
      query.selectFrom('membership').where('person_id', '=', holderId).select('organisation'),
    )
    .orderBy('slug')
    .select(['slug', 'name'])
    .executeTakeFirst()
}
