/** The holder's side of who looked; what is written is in audit/viewings-store.ts. */
import { sql } from 'kysely'
import type { Viewed } from '../../audit/model/viewing.ts'
import type { Transaction } from '../../database/database.ts'
import type { SeenRecord } from './model/describe-viewing.ts'

/** Newest first. */
export async function listViewings(
  db: Transaction,
  {
    holderId,
    skip,
    limit,
  }: { readonly holderId: string; readonly skip: number; readonly limit: number },
): Promise<SeenRecord[]> {
  const rows = await db
    .selectFrom('viewing')
    .leftJoin('organisation', 'organisation.slug', 'viewing.organisation')
    .where('holder_id', '=', holderId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .offset(skip)
    .limit(limit)
    .select(['viewing.id', 'at', 'what', 'about', 'organisation.name as organisation_name'])
    .select(sql<string | null>`name_of_viewer(viewing.id)`.as('viewer_name'))
    .execute()
  return rows.map(({ id, at, what, about, organisation_name, viewer_name }) => ({
    id,
    at,
    // The column's check constraint allows only these.
    what: what as Viewed,
    about: about ?? undefined,
    viewerName: viewer_name ?? undefined,
    organisationName: organisation_name ?? undefined,
  }))
}
