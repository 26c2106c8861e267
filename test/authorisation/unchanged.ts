/** Tells which tables a request changed, and puts them back as they were. */
import type pg from 'pg'
import { noteChanges, seen } from './note-changes.ts'

export interface Watch {
  /** The tables with rows that came, went or changed since the watch began, or since they were put back. */
  readonly changed: () => Promise<readonly string[]>
  /** As they were when the watch began. Gives the tables with rows that came, went or changed. */
  readonly putBack: () => Promise<readonly string[]>
}

/** Copies are temporary tables, which end with this connection. */
export async function watchDatabase(client: pg.Client): Promise<Watch> {
  const tables = await listTables(client)
  for (const { name } of tables) {
    await client.query(`create temp table "kept_${name}" as table public."${name}"`)
  }
  await noteChanges(client)
  async function changed() {
    const { rows } = await client.query<{ name: string }>(
      `select distinct name from watch.note where name <> '${seen}'
        union all select 'jobs' where exists (select from pgboss.job)`,
    )
    return rows.map(({ name }) => name)
  }
  async function putBack() {
    const dirty = await changed()
    if (dirty.length === 0) return []
    const statements = tables.filter(({ name }) => dirty.includes(name)).map(puttingBack)
    await client.query(
      `begin; set local session_replication_role = replica; delete from pgboss.job;
        delete from watch.note; ${statements.join(' ')} commit`,
    )
    return dirty
  }
  return { changed, putBack }
}

interface WatchedTable {
  readonly name: string
  readonly columns: string
}

async function listTables(client: pg.Client): Promise<WatchedTable[]> {
  const { rows } = await client.query<WatchedTable>(
    `select table_name as name, string_agg(format('%I', column_name), ', ') as columns
      from information_schema.columns join pg_tables on tablename = table_name
      where table_schema = 'public' and schemaname = 'public' and is_generated = 'NEVER'
      group by table_name`,
  )
  return rows
}

/** Only what differs is written: most of a table is as it was. */
function puttingBack({ name, columns }: WatchedTable): string {
  return `
    delete from public."${name}" here
      where not exists (select from "kept_${name}" kept where kept::text = here::text);
    insert into public."${name}" (${columns}) overriding system value
      select ${columns} from "kept_${name}" kept
      where not exists (select from public."${name}" here where here::text = kept::text);`
}
