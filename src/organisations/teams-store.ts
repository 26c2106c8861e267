/** The SQL of sites and teams. They are named in public; who works there is not kept here. */
import type { Database, Transaction } from '../database/database.ts'
import type { Site, Team } from './model/team.ts'

type Db = Database | Transaction

/** By name, those that have ended too. */
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

/** False when the organisation has no such site. */
export async function setSite(
  db: Transaction,
  site: {
    readonly id: string
    readonly organisation: string
    readonly name: string
    readonly address?: string | undefined
    readonly to?: string | undefined
  },
): Promise<boolean> {
  const { id, organisation, name, address, to } = site
  const row = await db
    .updateTable('site')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .set({ name, address: address ?? null, valid_to: to ?? null })
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when the organisation has no such team. */
export async function setTeam(
  db: Transaction,
  team: {
    readonly id: string
    readonly organisation: string
    readonly name: string
    readonly siteId?: string | undefined
    readonly to?: string | undefined
  },
): Promise<boolean> {
  const { id, organisation, name, siteId, to } = team
  const row = await db
    .updateTable('team')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .set({ name, site_id: siteId ?? null, valid_to: to ?? null })
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
