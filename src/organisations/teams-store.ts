/** The SQL of sites and teams. They are named in public; who works there is not kept here. */
import type { Database, Transaction } from '../database/database.ts'
import type { Site, Team } from './model/team.ts'

type Db = Database | Transaction

/** The latest first among those that have ended; the others by name. */
export async function listSites(db: Db, organisation: string): Promise<Site[]> {
  const rows = await db
    .selectFrom('site')
    .where('organisation', '=', organisation)
    .orderBy('name')
    .select(['id', 'name', 'address', 'valid_from', 'valid_to'])
    .execute()
  return rows.map(({ id, name, address, valid_from, valid_to }) => ({
    ...{ id, name, address: address ?? undefined },
    ...{ from: valid_from, to: valid_to ?? undefined },
  }))
}

export async function listTeams(db: Db, organisation: string): Promise<Team[]> {
  const rows = await db
    .selectFrom('team')
    .where('organisation', '=', organisation)
    .orderBy('name')
    .select(['id', 'name', 'site_id', 'valid_from', 'valid_to'])
    .execute()
  return rows.map(({ id, name, site_id, valid_from, valid_to }) => ({
    ...{ id, name, siteId: site_id ?? undefined },
    ...{ from: valid_from, to: valid_to ?? undefined },
  }))
}

export async function insertSite(
  db: Transaction,
  site: {
    readonly organisation: string
    readonly name: string
    readonly address?: string | undefined
  },
): Promise<string> {
  const { organisation, name, address } = site
  const row = await db
    .insertInto('site')
    .values({ organisation, name, address: address ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertTeam(
  db: Transaction,
  team: {
    readonly organisation: string
    readonly name: string
    readonly siteId?: string | undefined
  },
): Promise<string> {
  const { organisation, name, siteId } = team
  const row = await db
    .insertInto('team')
    .values({ organisation, name, site_id: siteId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
