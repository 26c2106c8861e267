import type { Transaction } from '../../database/database.ts'
import { stewardKind } from '../model/kinds.ts'

/** Those of these organisations (slugs) that keep the register and are still there, by name. */
export async function listStewardOrganisations(
  db: Transaction,
  organisations: readonly string[],
): Promise<string[]> {
  if (organisations.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .where('slug', 'in', [...organisations])
    .where('kind', '=', stewardKind)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .select('slug')
    .execute()
  return rows.map(({ slug }) => slug)
}
